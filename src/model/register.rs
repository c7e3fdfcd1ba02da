//! Ordered lists of named things, references into them, and small sets of references.
//!
//! A `Ref` is only made by the register it points into, so looking it up cannot fail: what was
//! resolved once is never checked again.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::id::Id;

/// A thing that knows its own name.
pub trait Keyed {
    /// The name, unique within a register.
    fn id(&self) -> &Id;
}

/// An ordered list of things with unique names.
#[derive(Debug, Clone)]
pub struct Register<T> {
    items: Vec<T>,
}

/// A reference to one thing in a register.
pub struct Ref<T> {
    index: u16,
    of: PhantomData<fn() -> T>,
}

/// The largest number of things that a set can hold: a set is one machine word.
pub const MOST: usize = 64;

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { items: Vec::new() }
    }
}

impl<T> Register<T> {
    /// The thing behind a reference.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "a Ref is made by this register alone, and nothing is ever removed"
    )]
    pub fn get(&self, at: Ref<T>) -> &T {
        &self.items[usize::from(at.index)]
    }

    /// Every thing with its reference, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Ref<T>, &T)> + Clone {
        self.items.iter().zip(0u16..).map(|(item, index)| (Ref { index, of: PhantomData }, item))
    }

    /// Changes every thing. Names stay as they are: references go by place, and `find` by name.
    pub(super) fn change(&mut self, change: impl FnMut(&mut T)) {
        self.items.iter_mut().for_each(change);
    }

    /// How many things there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<T: Keyed> Register<T> {
    /// The reference to the thing of that name.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Ref<T>> {
        self.iter().find(|(_, item)| item.id().as_str() == id).map(|(at, _)| at)
    }

    /// All names, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.id().as_str())
    }
}

/// Names that were announced before the things themselves are known, so that they can refer to each other.
#[derive(Debug, Clone)]
pub struct Names<T> {
    ids: Vec<Id>,
    of: PhantomData<fn() -> T>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { ids: Vec::new(), of: PhantomData }
    }
}

impl<T> Names<T> {
    /// Announces a name; nothing when it was announced before.
    pub fn announce(&mut self, id: Id) -> Option<Ref<T>> {
        let index = u16::try_from(self.ids.len()).ok()?;
        if self.ids.contains(&id) {
            return None;
        }
        self.ids.push(id);
        Some(Ref { index, of: PhantomData })
    }

    /// The reference to the thing of that name.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Ref<T>> {
        let index = self.ids.iter().position(|known| known.as_str() == id)?;
        Some(Ref { index: u16::try_from(index).ok()?, of: PhantomData })
    }

    /// All names, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(Id::as_str)
    }

    /// How many names were announced.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether no name was announced.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

impl<T: Keyed> Names<T> {
    /// The register, once every announced thing is there, in the same order; nothing when one is missing.
    #[must_use]
    pub fn fill(&self, items: Vec<T>) -> Option<Register<T>> {
        let whole =
            items.len() == self.ids.len() && items.iter().zip(&self.ids).all(|(item, id)| item.id() == id);
        whole.then_some(Register { items })
    }
}

impl<T> Ref<T> {
    /// The place in the register; for arrays that run beside it.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.index)
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// A set of references into one register. Sets only grow while answers are read.
pub struct Set<T> {
    bits: u64,
    of: PhantomData<fn() -> T>,
}

impl<T> Set<T> {
    /// Nothing.
    pub const EMPTY: Self = Self { bits: 0, of: PhantomData };

    /// With one reference more.
    #[must_use]
    pub fn with(self, at: Ref<T>) -> Self {
        Self { bits: self.bits | Self::bit(at), of: PhantomData }
    }

    /// The bit of a reference. Linking refuses registers with more than `MOST` things that go into sets.
    fn bit(at: Ref<T>) -> u64 {
        1u64.checked_shl(u32::from(at.index)).unwrap_or(0)
    }

    /// Adds one reference.
    pub fn insert(&mut self, at: Ref<T>) {
        *self = self.with(at);
    }

    /// Whether the reference is in the set.
    #[must_use]
    pub fn has(self, at: Ref<T>) -> bool {
        self.bits & Self::bit(at) != 0
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// What is in either set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, of: PhantomData }
    }

    /// What is in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { bits: self.bits & other.bits, of: PhantomData }
    }

    /// What is in this set but not in the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self { bits: self.bits & !other.bits, of: PhantomData }
    }

    /// Whether everything in the other set is in this one too.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        other.minus(self).is_empty()
    }

    /// The set as a number, one bit for each place of the register: for tables that are read by sets.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.bits
    }

    /// How many references are in the set.
    #[must_use]
    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// The references, in the order of the register.
    pub fn iter(self) -> impl Iterator<Item = Ref<T>> {
        members(self.bits).map(|index| Ref { index, of: PhantomData })
    }
}

/// The places of the bits that are set, rising.
pub(crate) fn members(bits: u64) -> impl Iterator<Item = u16> {
    let mut left = bits;
    std::iter::from_fn(move || {
        let lowest = u16::try_from(left.trailing_zeros()).ok().filter(|_| left != 0);
        left &= left.wrapping_sub(1);
        lowest
    })
}

impl<T> FromIterator<Ref<T>> for Set<T> {
    fn from_iter<I: IntoIterator<Item = Ref<T>>>(refs: I) -> Self {
        refs.into_iter().fold(Self::EMPTY, Self::with)
    }
}
impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Set<T> {}
impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<T> Eq for Set<T> {}
impl<T> PartialOrd for Set<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Set<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bits.cmp(&other.bits)
    }
}
impl<T> Hash for Set<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}
impl<T> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
