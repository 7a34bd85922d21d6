//! The switches: which one expression is another one in this process. This file is put into the copy of the core.
//!
//! A number stands for an expression that was changed. In an ordinary process none is switched on.

#![allow(missing_docs)]

use std::{
    any::type_name,
    sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
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

/// Whether the expression of this number is changed.
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

/// The rule that is switched off, as `id` or `id@Act`, and with `!` before it a duty that is never found undone.
fn is_off(id: &str, of: &str) -> bool {
    static OFF: std::sync::LazyLock<Option<String>> =
        std::sync::LazyLock::new(|| std::env::var("RULE_OFF").ok());
    let Some(off) = OFF.as_deref() else { return false };
    match off.split_once('@') {
        Some((rule, act)) => {
            let name = of.trim_end_matches('>');
            rule == id && name.rsplit("::").next() == Some(act)
        }
        None => off == id,
    }
}

/// What a guard finds, unless it is switched off.
pub(crate) fn check<C: ?Sized>(id: &str, _: &C, found: Check) -> Check {
    if is_off(id, type_name::<C>()) { Ok(()) } else { found }
}

/// What a duty finds, unless it is switched off.
pub(crate) fn look(id: &str, found: Vec<Instance>) -> Vec<Instance> {
    if is_off(id, "") {
        return Vec::new();
    }
    if !is_off(&format!("!{id}"), "") {
        return found;
    }
    let never_owed = |it: Instance| match it.found {
        Found::Open { .. } | Found::Waiting { .. } | Found::Broken { .. } => {
            Instance { found: Found::NotApplicable, ..it }
        }
        _ => it,
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
