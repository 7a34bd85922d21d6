//! The switches: which one expression is another one in this process. This file is put into the copy of the core.
//!
//! A number stands for an expression that was changed. In an ordinary process none is switched on.

#![allow(missing_docs)]

use std::{
    any::type_name,
    collections::BTreeSet,
    mem,
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
    },
};

use crate::kernel::{
    duty::{Found, Instance},
    rule::Check,
};

const COUNT: usize = 0;

/// Nobody has asked yet which is switched on.
const UNKNOWN: u32 = u32::MAX;
/// Nothing is switched on; what is asked for is noted.
const TRACING: u32 = u32::MAX - 1;

static ON: AtomicU32 = AtomicU32::new(UNKNOWN);
static ASKED: [AtomicBool; COUNT] = [const { AtomicBool::new(false) }; COUNT];
/// The rules that have found something.
static FOUND: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Whether the expression of this number is changed. It is asked in thousands of places, which are built quicker with a call.
#[inline(never)]
pub fn is(no: u32) -> bool {
    match ON.load(Relaxed) {
        UNKNOWN => {
            let told = std::env::var("MUTANT").ok().and_then(|it| it.parse().ok());
            ON.store(told.unwrap_or_default(), Relaxed);
            is(no)
        }
        TRACING => {
            if let Some(asked) = ASKED.get(no as usize) {
                asked.store(true, Relaxed);
            }
            false
        }
        on => on == no,
    }
}

/// Switches nothing on, and notes from now on what is asked for.
pub fn trace() {
    ON.store(TRACING, Relaxed);
}

/// What was asked for since this was called before.
pub fn asked() -> Vec<usize> {
    ASKED.iter().enumerate().filter_map(|(no, it)| it.swap(false, Relaxed).then_some(no)).collect()
}

/// The rules that found something since this was called before.
pub fn found() -> BTreeSet<String> {
    mem::take(&mut *FOUND.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Whether a rule is switched off that has found something.
///
/// A guard is named with its act as `id@Act` and, where it is asked of every act, as `id`; a duty as `id`, and as `!id` if it
/// is never found undone.
fn is_off(rule: &str) -> bool {
    static OFF: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("RULE_OFF").ok());
    if ON.load(Relaxed) == TRACING {
        FOUND.lock().unwrap_or_else(PoisonError::into_inner).insert(rule.to_owned());
    }
    OFF.as_deref() == Some(rule)
}

/// What a guard finds, unless it is switched off.
pub(crate) fn check<C: ?Sized>(id: &str, _: &C, found: Check) -> Check {
    if found.is_ok() {
        return found;
    }
    let of = type_name::<C>().split_once('<').map(|(_, it)| it.trim_end_matches('>'));
    let act = of.and_then(|it| it.rsplit("::").next()).filter(|it| !it.starts_with('\''));
    let rule = act.map_or_else(|| id.to_owned(), |act| format!("{id}@{act}"));
    if is_off(&rule) { Ok(()) } else { found }
}

/// What a duty finds, unless it is switched off.
pub(crate) fn look(id: &str, found: Vec<Instance>) -> Vec<Instance> {
    if !found.is_empty() && is_off(id) {
        return Vec::new();
    }
    let undone = |it: &Found| matches!(it, Found::Open { .. } | Found::Waiting { .. } | Found::Broken { .. });
    if !found.iter().any(|it| undone(&it.found)) || !is_off(&format!("!{id}")) {
        return found;
    }
    let never_owed = |it: Instance| match undone(&it.found) {
        true => Instance { found: Found::NotApplicable, ..it },
        false => it,
    };
    found.into_iter().map(never_owed).collect()
}

pub fn pick<T>(no: u32, original: T, other: T) -> T {
    if is(no) { other } else { original }
}

pub fn ask<T>(no: u32, it: Option<T>) -> Option<T> {
    if is(no) { None } else { it }
}

pub fn lt<A: PartialOrd<B> + ?Sized, B: ?Sized>(no: u32, a: &A, b: &B) -> bool {
    if is(no) { a <= b } else { a < b }
}

pub fn le<A: PartialOrd<B> + ?Sized, B: ?Sized>(no: u32, a: &A, b: &B) -> bool {
    if is(no) { a < b } else { a <= b }
}

pub fn gt<A: PartialOrd<B> + ?Sized, B: ?Sized>(no: u32, a: &A, b: &B) -> bool {
    if is(no) { a >= b } else { a > b }
}

pub fn ge<A: PartialOrd<B> + ?Sized, B: ?Sized>(no: u32, a: &A, b: &B) -> bool {
    if is(no) { a > b } else { a >= b }
}

pub fn any<I: Iterator>(no: u32, all: &mut I, holds: impl FnMut(I::Item) -> bool) -> bool {
    if is(no) { all.all(holds) } else { all.any(holds) }
}

pub fn all<I: Iterator>(no: u32, all: &mut I, holds: impl FnMut(I::Item) -> bool) -> bool {
    if is(no) { all.any(holds) } else { all.all(holds) }
}

pub fn is_some_and<T>(no: u32, it: Option<T>, holds: impl FnOnce(T) -> bool) -> bool {
    if is(no) { it.is_none_or(holds) } else { it.is_some_and(holds) }
}

pub fn is_none_or<T>(no: u32, it: Option<T>, holds: impl FnOnce(T) -> bool) -> bool {
    if is(no) { it.is_some_and(holds) } else { it.is_none_or(holds) }
}

pub fn next<I: Iterator>(no: u32, all: &mut I) -> Option<I::Item> {
    if is(no) { all.last() } else { all.next() }
}

pub fn next_back<I: DoubleEndedIterator>(no: u32, all: &mut I) -> Option<I::Item> {
    if is(no) { all.next() } else { all.next_back() }
}

pub fn min<T: Ord>(no: u32, a: T, b: T) -> T {
    if is(no) { a.max(b) } else { a.min(b) }
}

pub fn max<T: Ord>(no: u32, a: T, b: T) -> T {
    if is(no) { a.min(b) } else { a.max(b) }
}

pub fn least<I: Iterator<Item: Ord>>(no: u32, all: I) -> Option<I::Item> {
    if is(no) { all.max() } else { all.min() }
}

pub fn greatest<I: Iterator<Item: Ord>>(no: u32, all: I) -> Option<I::Item> {
    if is(no) { all.min() } else { all.max() }
}

pub fn or<T>(no: u32, it: Option<T>, other: Option<T>) -> Option<T> {
    if is(no) { it } else { it.or(other) }
}

pub fn or_else<T>(no: u32, it: Option<T>, other: impl FnOnce() -> Option<T>) -> Option<T> {
    if is(no) { it } else { it.or_else(other) }
}

pub fn chain<A: Iterator, B: IntoIterator<Item = A::Item>>(
    no: u32,
    a: A,
    b: B,
) -> std::iter::Chain<A, std::iter::Take<B::IntoIter>> {
    a.chain(b.into_iter().take(if is(no) { 0 } else { usize::MAX }))
}
