//! The headings of the columns, in both languages, each with the name by which programs know it.

/// The heading of a column.
pub(super) struct TableHead {
    pub(super) name: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

macro_rules! heads {
    ($($what:ident $name:literal $zh:literal $en:literal;)*) => {
        $(pub(super) const $what: TableHead = TableHead { name: $name, zh: $zh, en: $en };)*
    };
}

heads! {
    ABOUT "about" "事由" "about";
    ACT "act" "事项" "act";
    ACTING "acting" "代理" "acting";
    ASKED "asked" "要求" "asked";
    AT "at" "时间" "at";
    BEARER "bearer" "责任主体" "borne by";
    BLOCKED "blocked" "不能办理的原因" "why not";
    BY "by" "办理人" "by";
    CHOOSE "choose" "尚须填写" "still to be chosen";
    CLAUSE "clause" "条款" "clause";
    CORRECTED "corrected" "更正情况" "corrected by";
    DONE "done" "已完成" "done";
    DUE "due" "期限" "due";
    ENTRIES "entries" "记录编号" "entries";
    ENTRUSTED "entrusted" "受托人" "entrusted";
    FOUND "found" "认定情况" "found";
    FULFILLED_BY "fulfilled_by" "完成方式" "fulfilled by";
    HELPS "helps" "怎样补办" "what helps";
    ID "id" "代码" "id";
    KIND "kind" "类别" "kind";
    LEAD "lead" "牵头" "leads";
    LIAISON_OFFICER "liaison_officer" "联络员" "liaison officer";
    MAY "may" "能否办理" "may be done";
    MEMBER "member" "成员" "member";
    MISSING "missing" "缺少内容" "missing";
    NEXT "next" "可办理的人" "who can act";
    NO "no" "编号" "no.";
    OPEN "open" "未完成" "open";
    OVERDUE "overdue" "已逾期" "overdue";
    PERSON "person" "人员" "person";
    POST "post" "职务" "post";
    RECORDED_AT "recorded_at" "登记时间" "recorded at";
    RECORDED_BY "recorded_by" "登记人" "recorded by";
    RESPONSIBLE "responsible" "负责人" "responsible";
    ROLE "role" "职责" "role";
    SAFE "safe" "稳妥日" "safe day";
    SAYS "says" "内容" "says";
    STANDS "stands" "状态" "stands";
    SUBJECT "subject" "对象" "about";
    TRIED_ACT "act" "行为" "act";
    TRIED_IS "may" "可否" "may it";
    TRIED_NO "no" "件" "no.";
    TRIED_WHY "why" "理由" "why";
    UNIT "unit" "单位" "unit";
    VERDICT "verdict" "结论" "verdict";
    VERSION "version" "制度版本" "version";
    WHAT "what" "何事" "what";
    WHY "why" "理由" "why";
    YEAR "year" "年度" "year";
}
