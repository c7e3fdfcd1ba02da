//! What the interview says around the questions of the norm.
