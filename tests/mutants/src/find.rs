//! Finds what can be changed in a source. It knows no types: what does not compile is dropped later.

use std::{collections::BTreeSet, ops::Range};

use syn::{
    BinOp, Expr, Pat, ReturnType, Stmt, Type, UnOp,
    visit::{self, Visit},
};

use crate::{
    operators::{SWAPPED, begins, ends, has_let, is, range},
    site::Site,
};

/// A mutant: one expression that is another one.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// Which site switches it, in the list of the file.
    pub(crate) site: usize,
    pub(crate) operator: &'static str,
    /// The function around it.
    pub(crate) within: String,
    pub(crate) line: usize,
    /// What stands there.
    pub(crate) text: String,
}

/// What was found in one file.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) sites: Vec<Site>,
    pub(crate) mutants: Vec<Mutant>,
}

/// Everything in a source that can be changed; numbers begin at `first`.
pub(crate) fn find(source: &str, first: usize, bool_fns: &BTreeSet<String>) -> Found {
    let file = syn::parse_file(source).expect("a source of the core can be parsed");
    let mut finder = Finder {
        source,
        first,
        bool_fns,
        found: Found::default(),
        within: Vec::new(),
        is_const: false,
        gives_option: false,
        asked_whether: None,
    };
    finder.visit_file(&file);
    finder.found
}

/// The names of functions that give a bool, and are no names of others.
pub(crate) fn bool_fns<'a>(sources: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    #[derive(Default)]
    struct Names {
        bools: BTreeSet<String>,
        others: BTreeSet<String>,
    }

    impl Visit<'_> for Names {
        fn visit_signature(&mut self, it: &syn::Signature) {
            let is_bool = returns(&it.output).is_some_and(|it| it == "bool");
            if is_bool { &mut self.bools } else { &mut self.others }.insert(it.ident.to_string());
        }
    }

    let mut names = Names::default();
    for source in sources {
        names.visit_file(&syn::parse_file(source).expect("a source of the core can be parsed"));
    }
    names.bools.difference(&names.others).cloned().collect()
}

/// The last word of what a function gives.
fn returns(output: &ReturnType) -> Option<String> {
    match output {
        ReturnType::Type(_, it) => match &**it {
            Type::Path(it) => it.path.segments.last().map(|it| it.ident.to_string()),
            _ => None,
        },
        ReturnType::Default => Some("()".to_owned()),
    }
}

pub(crate) struct Finder<'a> {
    pub(crate) source: &'a str,
    pub(crate) first: usize,
    pub(crate) bool_fns: &'a BTreeSet<String>,
    pub(crate) found: Found,
    /// The names of what is around.
    pub(crate) within: Vec<String>,
    /// Whether what stands here is asked for when the core is compiled.
    pub(crate) is_const: bool,
    /// Whether `?` is asked of an option here.
    gives_option: bool,
    /// A call of which only this is asked: whether it gives something.
    pub(crate) asked_whether: Option<Range<usize>>,
}

impl Finder<'_> {
    fn function(&mut self, name: String, is_const: bool, output: &ReturnType, block: &syn::Block) {
        if matches!(name.as_str(), "fmt" | "expecting") {
            return;
        }
        self.within.push(name);
        let before = (self.is_const, self.gives_option);
        self.is_const = is_const;
        let returns = returns(output);
        self.gives_option = returns.as_deref() == Some("Option");
        let answers: &[(&str, &str)] = match returns.as_deref() {
            Some("bool") => &[("answers true", "true"), ("answers false", "false")],
            Some("Option") => &[("answers none", "None")],
            Some("Vec" | "BTreeMap" | "BTreeSet") => &[("answers nothing", "Default::default()")],
            Some("Check") => &[("answers well", "Ok(())")],
            Some("()") => &[("does nothing", "")],
            _ => &[],
        };
        if !is_const && !block.stmts.is_empty() {
            let open = block.brace_token.span.open().byte_range().end;
            let inside = &self.source[open..block.brace_token.span.close().byte_range().start];
            // What it answers anyway is no change.
            let others = answers.iter().filter(|(_, it)| inside.trim() != *it);
            for (operator, answer) in others {
                let at = range(block);
                let no = self.mutant(operator, &at);
                let text = self.source[at].split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(it) = self.found.mutants.last_mut() {
                    it.text = format!("fn {} {}", self.within.last().map_or("", |it| it), text);
                }
                self.site(open..open, vec![begins(open, format!(" if {} {{ return {answer}; }} ", is(no)))]);
            }
        }
        visit::visit_block(self, block);
        (self.is_const, self.gives_option) = before;
        self.within.pop();
    }
}

fn is_left_out(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|it| it.path().is_ident("cfg") || it.path().is_ident("test"))
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_pat(&mut self, _: &'ast Pat) {}

    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_generic_argument(&mut self, _: &'ast syn::GenericArgument) {}

    fn visit_signature(&mut self, _: &'ast syn::Signature) {}

    fn visit_item_enum(&mut self, _: &'ast syn::ItemEnum) {}

    fn visit_expr_repeat(&mut self, it: &'ast syn::ExprRepeat) {
        self.visit_expr(&it.expr);
    }

    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        if !is_left_out(&it.attrs) {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_impl(&mut self, it: &'ast syn::ItemImpl) {
        if !is_left_out(&it.attrs) {
            let name = match &*it.self_ty {
                Type::Path(it) => it.path.segments.last().map(|it| it.ident.to_string()),
                _ => None,
            };
            self.within.push(name.unwrap_or_default());
            visit::visit_item_impl(self, it);
            self.within.pop();
        }
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        if !is_left_out(&it.attrs) {
            self.function(it.sig.ident.to_string(), it.sig.constness.is_some(), &it.sig.output, &it.block);
        }
    }

    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        if !is_left_out(&it.attrs) {
            self.function(it.sig.ident.to_string(), it.sig.constness.is_some(), &it.sig.output, &it.block);
        }
    }

    fn visit_trait_item_fn(&mut self, it: &'ast syn::TraitItemFn) {
        if let Some(block) = &it.default {
            self.function(it.sig.ident.to_string(), it.sig.constness.is_some(), &it.sig.output, block);
        }
    }

    fn visit_item_const(&mut self, it: &'ast syn::ItemConst) {
        let before = std::mem::replace(&mut self.is_const, true);
        self.within.push(it.ident.to_string());
        visit::visit_item_const(self, it);
        self.within.pop();
        self.is_const = before;
    }

    fn visit_item_static(&mut self, it: &'ast syn::ItemStatic) {
        let before = std::mem::replace(&mut self.is_const, true);
        self.within.push(it.ident.to_string());
        visit::visit_item_static(self, it);
        self.within.pop();
        self.is_const = before;
    }

    fn visit_impl_item_const(&mut self, it: &'ast syn::ImplItemConst) {
        let before = std::mem::replace(&mut self.is_const, true);
        self.within.push(it.ident.to_string());
        visit::visit_impl_item_const(self, it);
        self.within.pop();
        self.is_const = before;
    }

    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}

    /// What stands in a closure is never a constant, wherever the closure stands.
    fn visit_expr_closure(&mut self, it: &'ast syn::ExprClosure) {
        let before = (self.is_const, self.gives_option);
        (self.is_const, self.gives_option) = (false, false);
        self.visit_expr(&it.body);
        (self.is_const, self.gives_option) = before;
    }

    fn visit_block(&mut self, it: &'ast syn::Block) {
        visit::visit_block(self, it);
    }

    fn visit_stmt(&mut self, it: &'ast Stmt) {
        if let (Stmt::Expr(done, Some(_)), false) = (it, self.is_const) {
            let done = if let Expr::Try(it) = done { &it.expr } else { done };
            let assigns = matches!(done, Expr::Binary(it) if matches!(it.op,
                BinOp::AddAssign(_) | BinOp::SubAssign(_) | BinOp::BitOrAssign(_) | BinOp::BitAndAssign(_)));
            if assigns || matches!(done, Expr::MethodCall(_) | Expr::Call(_) | Expr::Assign(_)) {
                let at = range(it);
                let no = self.mutant("left out", &at);
                self.around(at, format!("if !{} {{ ", is(no)), " }");
            }
        }
        visit::visit_stmt(self, it);
    }

    fn visit_local(&mut self, it: &'ast syn::Local) {
        if let (Some(init), false) = (&it.init, self.is_const) {
            let is_some = matches!(&it.pat, Pat::TupleStruct(it) if it.path.is_ident("Some"));
            if is_some && init.diverge.is_some() {
                let at = range(&init.expr);
                let no = self.mutant("is none", &at);
                self.around(at, format!("crate::mutant::ask({no}, "), ")");
            }
        }
        visit::visit_local(self, it);
    }

    fn visit_arm(&mut self, it: &'ast syn::Arm) {
        if let Some((_, guard)) = &it.guard {
            self.condition(guard, &[true, false]);
        }
        visit::visit_arm(self, it);
    }

    fn visit_expr_match(&mut self, it: &'ast syn::ExprMatch) {
        let catches = |it: &Pat| match it {
            Pat::Wild(_) => true,
            Pat::Ident(it) => {
                it.subpat.is_none() && it.ident.to_string().starts_with(|it: char| it.is_ascii_lowercase())
            }
            _ => false,
        };
        let last = it.arms.iter().rposition(|it| it.guard.is_none() && catches(&it.pat));
        for arm in it.arms.iter().take(last.unwrap_or_default()).filter(|it| it.guard.is_none()) {
            if !self.is_const {
                let at = range(arm);
                let no = self.mutant("arm left out", &at);
                let end = range(&arm.pat).end;
                self.site(at, vec![ends(end, format!(" if !{}", is(no)))]);
            }
        }
        visit::visit_expr_match(self, it);
    }

    fn visit_expr(&mut self, it: &'ast Expr) {
        if self.is_const {
            return visit::visit_expr(self, it);
        }
        let at = range(it);
        match it {
            Expr::If(it) => self.condition(&it.cond, &[true, false]),
            Expr::While(it) => self.condition(&it.cond, &[false]),
            Expr::Binary(it) if has_let(&it.left) || has_let(&it.right) => {
                for side in [&it.left, &it.right] {
                    if !has_let(side) {
                        self.always(side, &[true]);
                    }
                }
            }
            Expr::Binary(it) => self.binary(it, at),
            Expr::Unary(it) if matches!(it.op, UnOp::Not(_)) => {
                self.negated("without !", at);
                // The other way about it would be the same.
                if self.gives_bool(&it.expr) {
                    return visit::visit_expr(self, &it.expr);
                }
            }
            Expr::MethodCall(call) => {
                if self.gives_bool(it) {
                    self.negated("negated", at);
                }
                self.method(call);
                if call.method == "is_some" || call.method == "is_none" {
                    self.asked_whether = Some(range(&call.receiver));
                }
                self.closures(&call.method.to_string(), call.args.iter());
            }
            Expr::Call(call) => {
                if self.gives_bool(it) {
                    self.negated("negated", at);
                }
                self.rule(call);
            }
            Expr::Macro(_) if self.gives_bool(it) => self.negated("negated", at),
            Expr::Lit(lit) => self.literal(&lit.lit, at),
            Expr::Try(it) if self.gives_option => {
                let at = range(&it.expr);
                let no = self.mutant("is none", &at);
                self.around(at, format!("crate::mutant::ask({no}, "), ")");
            }
            Expr::Path(it) => {
                let name = it.path.segments.last().map(|it| it.ident.to_string()).unwrap_or_default();
                if let Some((_, other)) = SWAPPED.iter().find(|(it, _)| *it == name) {
                    let no = self.mutant("the day on the other side", &at);
                    self.around(at, format!("(if {} {{ {other} }} else {{ ", is(no)), " })");
                }
            }
            _ => {}
        }
        visit::visit_expr(self, it);
    }
}
