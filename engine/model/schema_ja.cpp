// SPDX-License-Identifier: Apache-2.0
#include "engine/model/schema_ja.h"

#include <algorithm>
#include <array>

namespace nemawashi::model {
namespace {

struct Text {
  std::string_view key;
  std::string_view text;
};

constexpr std::array kTexts = {
    // Columns that mean the same wherever they stand.
    Text{".id", "表の中で重複しない短い名前（半角英数字と _ - .）"},
    Text{".known_from", "この行が知られるようになった日"},
    Text{".known_until", "差替え又は撤回の日（その日を含まない）"},
    Text{".note", "自由記述（理由など）"},
    Text{".source", "出典のid（複数は | で区切る）"},
    Text{".basis",
         "根拠の種別: sourced 出典あり（既定）、derived 出典から導出、assumed "
         "仮定（理由を note に記入）"},
    Text{".bearer", "影響が生じる場所又は当事者のid"},
    Text{".if_claim", "前提とする主張のid"},

    Text{"case", "誰が、いつの時点で、何を問うか（1行のみ）"},
    Text{"case.title", "件名"},
    Text{"case.question", "この事案の問い（一文）"},
    Text{"case.asked_by", "問う者"},
    Text{"case.as_of", "基準日（この日までに知られた行だけを用いる）"},
    Text{"case.dates", "報告の対象とする基準日の一覧（| で区切る。空欄は as_of のみ）"},
    Text{"case.wants",
         "問いへの答えとなる条件（; で区切り、いずれか一つを満たせばよい。空欄は全ての"
         "組合せ）"},
    Text{"case.consent", "成立に必要な関門の規則（空欄は全ての関門）"},
    Text{"case.reservation",
         "留保水準の取り方: baselines 基準状態（合意なき場合）の期待値（既定）、"
         "today 決定前の水準"},
    Text{"case.prepared", "作成者、作成時期、作成時に知っていたこと"},

    Text{"parties", "当事者: 決定し、居住し、又は影響を受ける官職・団体（個人は記載しない）"},
    Text{"parties.name", "官職名又は団体名（個人名は不可）"},
    Text{"parties.parent", "上位の当事者のid"},
    Text{"parties.kind", "種別: office 機関（既定）、constituency 住民、organisation 団体"},
    Text{"parties.interests_by",
         "利害を記した者: elicited 本人から聴取、own_submission 本人の提出、"
         "analyst 分析者"},
    Text{"parties.rule", "同意の成立に必要な他の当事者の規則（議会における会派など）"},
    Text{"parties.margin", "留保水準に上乗せして必要な利得（0から1まで、空欄は0）"},
    Text{"parties.discount",
         "期限に合意した場合に価値に掛ける率（0から1まで、process のみで使用）"},

    Text{"places", "負担や便益が生じる場所"},
    Text{"places.name", "名称（ラテン文字）"},
    Text{"places.name_ja", "名称（日本語）"},
    Text{"places.parent", "包含する場所のid"},
    Text{"places.boundary", "都道府県コード又は市区町村コード（| で区切る。地図で使用）"},
    Text{"places.population", "人口（一人当たりの数値に使用）"},
    Text{"places.population_year", "人口の時点"},

    Text{"gates", "関門: 当事者の同意が必要な手続"},
    Text{"gates.party", "同意を要する当事者のid"},
    Text{"gates.act", "法令又は慣行上必要な行為（文章で記入）"},
    Text{"gates.when", "この関門が必要となる組合せの条件（空欄は常に必要）"},
    Text{"gates.kind", "種別: legal 法律、budget 予算、political 政治（既定）、operational 運用"},
    Text{"gates.date", "期限（文章又は日付）"},

    Text{"refusals", "拒否: 他に何を得ても同意しないとするもの"},
    Text{"refusals.party", "拒否する当事者のid"},
    Text{"refusals.when", "拒否の対象となる条件（空欄は常に拒否）"},
    Text{"refusals.words", "発言（引用又は要約）"},
    Text{"refusals.date", "発言の時期"},
    Text{"refusals.status", "状態: stated 表明中（既定）、withdrawn 撤回済み（表示のみ）"},

    Text{"baselines", "基準状態（合意なき場合）"},
    Text{"baselines.text", "合意がない場合に起こること"},
    Text{"baselines.probability", "確率（厳密な値。記入分の合計は1。空欄は assess でのみ使用）"},

    Text{"issues", "論点（id のみの行）とその選択肢（id が「論点=選択肢」の行）"},
    Text{"issues.name", "論点又は選択肢の名称"},
    Text{"issues.default", "（論点の行）未決の間に適用される選択肢"},
    Text{"issues.overrides",
         "（論点の行）選択肢 yes により同意なしで通過させる関門のid。選択肢は no と yes"},
    Text{"issues.hypothetical", "（選択肢の行）yes: 基準日に公表されていなくても含める"},
    Text{"issues.subject", "（論点の行）主題（一語。報告書の「枠組み」で使用）"},

    Text{"measures", "指標: 結果を表す量"},
    Text{"measures.name", "名称"},
    Text{"measures.unit", "単位"},
    Text{"measures.category", "分類"},
    Text{"measures.better", "望ましい方向: more 多いほどよい、less 少ないほどよい"},
    Text{"measures.combine", "変化の合わせ方: sum 合計（既定）、max 最大、min 最小"},
    Text{"measures.end", "fundamental それ自体が目的（既定）、means 他の目的の手段"},
    Text{"measures.transferable", "yes: 当事者間で支払い可能（既定は no）"},
    Text{"measures.per_head", "yes: 住民一人当たりの数値に意味がある（既定は no）"},
    Text{"measures.least", "あり得る最小の水準。空欄は限度なし"},
    Text{"measures.most", "あり得る最大の水準。空欄は限度なし"},

    Text{"levels", "水準: 場所又は当事者における指標の現在値"},
    Text{"levels.measure", "指標のid"},
    Text{"levels.low", "現在値の下限（あり得る最小値）"},
    Text{"levels.likely", "現在値（空欄は不明）"},
    Text{"levels.high", "現在値の上限（あり得る最大値）"},
    Text{"levels.year", "数値の年次"},

    Text{"effects", "効果: 選択肢がもたらす変化（出典のない効果は不可）"},
    Text{"effects.when", "効果が生じる組合せの条件（空欄は全ての組合せ）"},
    Text{"effects.baseline", "又は、効果が生じる基準状態のid"},
    Text{"effects.measure", "変化する指標のid"},
    Text{"effects.low", "変化量（sum）又は値（max、min）の下限"},
    Text{"effects.likely", "最も見込まれる変化量（sum）又は値（max、min）。空欄は不明"},
    Text{"effects.high", "変化量（sum）又は値（max、min）の上限"},
    Text{"effects.from", "開始年（任意）"},
    Text{"effects.until", "終了年（任意）"},

    Text{"limits", "制約: いかなる組合せも越えてはならないもの"},
    Text{"limits.forbid", "禁止する組合せの条件。又は次の三列を用いる"},
    Text{"limits.measure", "上限又は下限を設ける指標のid"},
    Text{"limits.at_least", "下限（その値を含む）"},
    Text{"limits.at_most", "上限（その値を含む）"},

    Text{"claims", "主張: 事実の前提となる、争い得る言明"},
    Text{"claims.text", "主張の内容"},
    Text{"claims.claimant", "主張する者（文章で記入）"},
    Text{"claims.date", "主張の時期"},
    Text{"claims.settled_by", "何により、又は誰により決着するか"},
    Text{"claims.status",
         "状態: accepted 争いなし、contested 争いあり（既定）、unknown 不明、refuted "
         "否定済み"},
    Text{"claims.probability", "真である確率（0から1まで。robust でのみ使用）"},

    Text{"functions", "機能: 取決めが何のためにあるか"},
    Text{"functions.name", "機能の名称（短い語句）"},

    Text{"arrangements", "取決め: 条約、対話、作業部会などの制度（それぞれの階に置く）"},
    Text{"arrangements.name", "名称"},
    Text{"arrangements.floor", "階（1が最も下）"},
    Text{"arrangements.members", "参加者: 場所又は当事者のid（| で区切る）"},
    Text{"arrangements.functions", "機能のid（| で区切る）"},
    Text{"arrangements.founded", "設立の年又は日"},
    Text{"arrangements.first_acted", "初めて実際に行動した年又は日（空欄は未行動又は不明）"},
    Text{"arrangements.strength",
         "強さ: paper 文書のみ、meets 会合あり、acts 行動できる（訓練を含む）、has_acted "
         "行動の実績あり。提案中のものは意図された強さ"},
    Text{"arrangements.why", "強さをそう判断した理由"},
    Text{"arrangements.status",
         "状態: exists 存在する（既定）、proposed 提案中（exists_if "
         "又は指定により存在するものとする）"},
    Text{"arrangements.exists_if", "存在する組合せの条件（空欄は status による）"},
    Text{"arrangements.probability", "それ自体が機能しなくなる確率（0から1まで、任意）"},
    Text{"arrangements.cost", "設立又は強化の費用（単位は任意で統一、任意）"},

    Text{"rests_on", "支え: 取決めが成り立つために要るもの（複数行は全て必要）"},
    Text{"rests_on.arrangement", "支えられる取決めのid"},
    Text{"rests_on.rule", "支える取決めの規則"},

    Text{"common_causes", "共通原因: 複数の取決めを同時に失わせるもの"},
    Text{"common_causes.name", "何が起こるか"},
    Text{"common_causes.arrangements", "同時に失われる取決めのid（| で区切る）"},
    Text{"common_causes.probability", "起こる確率（0から1まで、任意）"},

    Text{"contingencies", "事態: 機能が求められる場合（過去の例又は想定）"},
    Text{"contingencies.name", "起こったこと、又は起こり得ること"},
    Text{"contingencies.function", "求められる機能のid"},
    Text{"contingencies.place", "場所のid。又は次の列を用いる"},
    Text{"contingencies.members", "共に対処する者: 場所又は当事者のid（| で区切る）"},
    Text{"contingencies.hours", "何時間以内に必要か（空欄は制限なし）"},
    Text{"contingencies.date", "起こった年又は日（空欄は未発生）"},
    Text{"contingencies.toll", "被害（文章で記入）"},

    Text{"reach", "到達範囲: 参加者自身の場所を越えて機能を提供する場所"},
    Text{"reach.arrangement", "取決めのid"},
    Text{"reach.function", "その取決めの機能のid"},
    Text{"reach.place", "場所のid"},
    Text{"reach.hours", "何時間以内に届くか（空欄は不明）"},

    Text{"interests", "利害: 当事者が何をどれだけ重視するか"},
    Text{"interests.party", "利害を有する当事者のid"},
    Text{"interests.measure", "関心の対象となる指標のid"},
    Text{"interests.worst", "価値0とする水準"},
    Text{"interests.best", "価値1とする水準"},
    Text{"interests.shape",
         "価値の形: linear 直線（既定）、capped 0から1までに制限、points 折れ線、step "
         "段階"},
    Text{"interests.points",
         "points の場合の折れ線（x:v, x:v, .. x は昇順）。worst と best に代わる"},
    Text{"interests.rank", "worst から best への変化の重要度の順位（1が最重要、同順位可）。又は"},
    Text{"interests.weight", "重み（当事者ごとの合計で割る）。又は"},
    Text{"interests.weight_low", "重みの下限（0から1まで）"},
    Text{"interests.weight_high", "重みの上限（0から1まで）"},

    Text{"positions", "立場: 当事者の発言（表示のみ、計算には用いない）"},
    Text{"positions.party", "発言した当事者のid"},
    Text{"positions.date", "発言の時期"},
    Text{"positions.kind", "種別: wish 希望、demand 要求、pledge 約束、red_line 譲れない線"},
    Text{"positions.words", "発言（引用又は要約）"},

    Text{"expectations", "事前予想: 計算前に記した、各当事者の反応の見込み"},
    Text{"expectations.name", "組合せの名称（同じ組合せの行は同じ名称）"},
    Text{"expectations.package",
         "組合せ: 論点 = 選択肢 & 論点 = 選択肢 ..（記載のない論点は既定の"
         "選択肢）"},
    Text{"expectations.party", "対象の当事者のid"},
    Text{"expectations.expected",
         "予想: no_objection 異議なし、objection 異議あり、cannot_tell 判断できない"},
    Text{"expectations.why", "予想の理由（計算前に記入）"},

    Text{"sources", "出典: 数値や発言の典拠"},
    Text{"sources.title", "題名"},
    Text{"sources.address", "閲覧できる場所（URLなど）"},
    Text{"sources.date", "公表の時期（基準日との前後は known_from で判断）"},
    Text{"sources.access", "区分: public 公開（既定）、leaked 流出、personal 私信"},

    Text{"translations", "日本語訳: 報告書で用いる訳文"},
    Text{"translations.of", "訳す欄（表名.行のid.列名）。同じ文章は他の欄でも訳される"},
    Text{"translations.ja", "日本語の文章"},
};

}  // namespace

std::string_view japanese_text(std::string_view key) {
  const auto* const found =
      std::find_if(kTexts.begin(), kTexts.end(), [&](const Text& text) { return text.key == key; });
  return found == kTexts.end() ? std::string_view() : found->text;
}

std::string japanese_help(std::string_view table, std::string_view column) {
  const std::string shared = "." + std::string(column);
  const std::string_view own = japanese_text(std::string(table) + shared);
  return std::string(own.empty() ? japanese_text(shared) : own);
}

std::vector<std::string_view> japanese_keys() {
  std::vector<std::string_view> keys;
  for (const Text& text : kTexts) keys.push_back(text.key);
  return keys;
}

}  // namespace nemawashi::model
