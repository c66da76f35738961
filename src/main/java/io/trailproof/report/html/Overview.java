package io.trailproof.report.html;

import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Flow;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Problems;
import io.trailproof.report.summary.Station;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several checks as a table: deployments by links for one rule, rules by links for one deployment,
 * else deployments by rules. Rows that say the same are one where there are many.
 */
final class Overview {
  /** Rows that are shown one by one, as they were given. */
  private static final int MOST_SINGLE = 30;

  private static final int MOST_ROWS = 200;
  private static final int MOST_NAMES = 3;
  private static final int MOST_IN_FOLD = 200;

  private final List<Check> checks;
  private final Problems problems;
  private final Markup page;

  private Overview(List<Check> checks, Problems problems, Markup page) {
    this.checks = checks;
    this.problems = problems;
    this.page = page;
  }

  static void into(List<Check> checks, Problems problems, Markup page) {
    new Overview(checks, problems, page).write();
  }

  /** A row: its name, and what each cell says, already written. */
  private record Row(String name, List<String> cells, Verdict worst) {}

  private void write() {
    List<String> deployments = checks.stream().map(Check::where).distinct().toList();
    List<String> rules = checks.stream().map(Overview::rule).distinct().toList();
    page.open("p", "class", "small");
    for (Icon icon : List.of(Icon.TICK, Icon.BROKEN, Icon.UNKNOWN)) {
      Html.icon(icon, page);
      page.text(icon.word() + " ");
    }
    page.text("· P1 the problem that explains it · new: was proven before the plan").close();
    if (rules.size() == 1) {
      byLinks(checks, "deployment", Check::where, true);
    } else if (deployments.size() == 1) {
      Map<List<String>, List<Check>> chains = new LinkedHashMap<>();
      for (Check check : checks) {
        chains.computeIfAbsent(titles(check), any -> new ArrayList<>()).add(check);
      }
      chains.values().forEach(some -> byLinks(some, "rule", Overview::rule, false));
    } else {
      byRules(deployments, rules);
    }
  }

  private static String rule(Check check) {
    return check.rule().rule().id();
  }

  private static List<String> titles(Check check) {
    return Flow.of(check).get(0).stations().stream().map(Station::title).toList();
  }

  /** Puts the title of a link among those of other chains, after the one that comes before it. */
  private static void insert(String title, List<String> own, List<String> links) {
    if (!links.contains(title)) {
      int at = own.indexOf(title);
      links.add(at == 0 ? 0 : links.indexOf(own.get(at - 1)) + 1, title);
    }
  }

  private void byLinks(
      List<Check> some, String what, Function<Check, String> name, boolean merged) {
    List<String> links = new ArrayList<>();
    some.forEach(check -> titles(check).forEach(title -> insert(title, titles(check), links)));
    List<String> columns = new ArrayList<>(links);
    columns.add("told");
    List<Row> rows = new ArrayList<>();
    for (Check check : some) {
      List<Station> stations = Flow.of(check).get(0).stations();
      List<String> cells = new ArrayList<>();
      for (String link : links) {
        cells.add(
            stations.stream()
                .filter(station -> station.title().equals(link))
                .findFirst()
                .map(station -> cell(station, check))
                .orElse("<td>–</td>"));
      }
      cells.add("<td>" + check.rule().count(Verdict.PASS) + " of " + check.events() + "</td>");
      rows.add(new Row(name.apply(check), cells, check.verdict()));
    }
    table(what, columns, rows, merged || rows.size() > MOST_SINGLE, Optional.empty());
  }

  private void byRules(List<String> deployments, List<String> rules) {
    List<String> columns = new ArrayList<>(rules);
    columns.add("proven");
    List<Row> rows = new ArrayList<>();
    for (String deployment : deployments) {
      List<String> cells = new ArrayList<>();
      Verdict worst = Verdict.PASS;
      int proven = 0;
      int all = 0;
      for (String rule : rules) {
        Optional<Check> check = find(deployment, rule);
        cells.add(check.map(this::cell).orElse("<td>–</td>"));
        if (check.isPresent()) {
          worst = worst.and(check.get().verdict());
          proven += check.get().verdict() == Verdict.PASS ? 1 : 0;
          all++;
        }
      }
      cells.add("<td>" + proven + "/" + all + "</td>");
      rows.add(new Row(deployment, cells, worst));
    }
    List<String> last = new ArrayList<>();
    for (String rule : rules) {
      List<Check> some = checks.stream().filter(one -> rule(one).equals(rule)).toList();
      last.add(
          some.stream().filter(one -> one.verdict() == Verdict.PASS).count() + "/" + some.size());
    }
    last.add("");
    table("deployment", columns, rows, rows.size() > MOST_SINGLE, Optional.of(last));
  }

  private Optional<Check> find(String deployment, String rule) {
    return checks.stream()
        .filter(one -> one.where().equals(deployment) && rule(one).equals(rule))
        .findFirst();
  }

  private void table(
      String what,
      List<String> columns,
      List<Row> rows,
      boolean merged,
      Optional<List<String>> last) {
    page.open(
        "div", "class", "scroll", "role", "region", "aria-label", "overview", "tabindex", "0");
    page.open("table", "border", "1", "cellpadding", "4", "cellspacing", "0");
    page.element("caption", "Overview by " + what);
    page.open("thead").open("tr").element("th", what, "scope", "col");
    columns.forEach(column -> page.element("th", column, "scope", "col"));
    page.close().close().open("tbody");
    Map<List<String>, List<Row>> shown = new LinkedHashMap<>();
    List<Row> ordered =
        merged ? rows.stream().sorted(Comparator.comparing(Row::worst)).toList() : rows;
    for (Row row : ordered) {
      List<String> key = merged ? row.cells() : List.of(row.name());
      shown.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
    }
    int count = 0;
    for (List<Row> some : shown.values()) {
      if (count++ == MOST_ROWS) {
        break;
      }
      page.open("tr").open("th", "scope", "row");
      names(some.stream().map(Row::name).toList(), what);
      page.close();
      some.get(0).cells().forEach(page::own);
      page.close();
    }
    if (shown.size() > MOST_ROWS) {
      String left = "and " + (shown.size() - MOST_ROWS) + " more rows in the JSON result";
      page.open("tr").element("td", left, "colspan", Integer.toString(columns.size() + 1)).close();
    }
    last.ifPresent(
        cells -> {
          page.open("tr").element("th", "proven in", "scope", "row");
          cells.forEach(cell -> page.element("td", cell));
          page.close();
        });
    page.close().close().close().line();
  }

  private void names(List<String> names, String what) {
    if (names.size() <= MOST_NAMES) {
      String between = "";
      for (String name : names) {
        page.text(between);
        Html.address(name, page);
        between = ", ";
      }
      return;
    }
    page.open("details").element("summary", Words.counted(names.size(), what));
    for (String name : names.subList(0, Math.min(MOST_IN_FOLD, names.size()))) {
      Html.address(name, page);
      page.text(" ");
    }
    if (names.size() > MOST_IN_FOLD) {
      page.text("and " + (names.size() - MOST_IN_FOLD) + " more");
    }
    page.close();
  }

  /** A link of a check: the problems that are found there. */
  private String cell(Station station, Check check) {
    Markup cell = new Markup();
    switch (station.state()) {
      case HOLDS -> {
        cell.open("td");
        Html.lonelyIcon(Icon.TICK, cell);
      }
      case WOULD_HOLD, NOT_REACHED -> cell.open("td").text("–");
      case BREAKS, UNKNOWN -> {
        Verdict verdict = station.state() == Station.State.BREAKS ? Verdict.FAIL : Verdict.UNKNOWN;
        cell.open("td", "class", Html.tone(verdict));
        List<Problem> own =
            problems.of(check).stream()
                .filter(one -> one.verdict() == verdict)
                .filter(one -> station.requirements().contains(requirement(one)))
                .toList();
        linked(own.isEmpty() ? problems.of(check) : own, verdict, check, cell);
      }
    }
    return cell.close().toString();
  }

  private static String requirement(Problem problem) {
    String code = problem.finding().code();
    return code.substring(code.indexOf('/') + 1);
  }

  private String cell(Check check) {
    Markup cell = new Markup();
    if (check.verdict() == Verdict.PASS) {
      cell.open("td");
      Html.lonelyIcon(Icon.TICK, cell);
    } else {
      cell.open("td", "class", Html.tone(check.verdict()));
      linked(problems.of(check), check.verdict(), check, cell);
    }
    return cell.close().toString();
  }

  private static void linked(List<Problem> some, Verdict verdict, Check check, Markup cell) {
    if (some.isEmpty()) {
      Html.lonelyIcon(Html.icon(verdict), cell);
      return;
    }
    cell.open("a", "href", "#p" + some.get(0).number());
    Html.lonelyIcon(Html.icon(verdict), cell);
    cell.text(" ").element("mark", some.get(0).label()).close();
    if (some.size() > 1) {
      cell.text(" +" + (some.size() - 1));
    }
    if (check.isNewlyBroken()) {
      cell.empty("br").open("small").element("b", "new").close();
    }
  }
}
