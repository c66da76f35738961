package io.trailproof.report.html;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Assumption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the verdict rests on and no input shows: declared resources first, then assumptions. */
final class RestsOn {
  private static final int MOST_ADDRESSES = 5;

  private record Statement(Assumption what) {
    static Statement of(Assumed kind, String message) {
      return new Statement(new Assumption(kind, message, ""));
    }
  }

  private final Map<Statement, Set<String>> addresses = new LinkedHashMap<>();
  private final Map<Statement, Set<String>> deployments = new LinkedHashMap<>();

  private RestsOn(List<Check> checks) {
    for (Check check : checks) {
      declared(check)
          .forEach(
              resource ->
                  add(
                      Statement.of(Assumed.DECLARED, "it exists, and is set as it is declared"),
                      resource.address(),
                      check));
    }
    for (Check check : checks) {
      for (Assumption one : check.rule().assumptions()) {
        add(Statement.of(one.kind(), one.message()), one.address(), check);
      }
    }
  }

  private void add(Statement statement, String address, Check check) {
    addresses.computeIfAbsent(statement, any -> new LinkedHashSet<>()).add(address);
    deployments.computeIfAbsent(statement, any -> new LinkedHashSet<>()).add(check.where());
  }

  /** The declared resources on the paths of a check. */
  private static Stream<Resource> declared(Check check) {
    return check.rule().proofs().stream()
        .map(EventProof::path)
        .flatMap(path -> path.steps().stream())
        .map(PathStep::resource)
        .flatMap(Optional::stream)
        .filter(one -> one.existence() == Existence.DECLARED)
        .distinct();
  }

  /** Writes the section; nothing if the verdict rests on the input alone. */
  static void into(List<Check> checks, boolean proof, Markup page) {
    RestsOn all = new RestsOn(checks);
    if (!all.addresses.isEmpty()) {
      all.write(proof, page);
    }
  }

  private void write(boolean proof, Markup page) {
    page.open("section", "id", "rests");
    page.element("h2", "What the " + (proof ? "proof" : "verdict") + " rests on");
    page.element(
        "p",
        "No plan or template can show the following. It is taken to be so; confirm it once after"
            + " apply.");
    page.open("table", "border", "1", "cellpadding", "4", "cellspacing", "0");
    page.element("caption", "Assumptions");
    page.open("thead").open("tr");
    for (String title : new String[] {"", "statement", "fact", "confirmed"}) {
      page.element("th", title, "scope", "col");
    }
    page.close().close().open("tbody");
    int number = 1;
    for (Map.Entry<Statement, Set<String>> entry : addresses.entrySet()) {
      row(number, entry.getKey(), List.copyOf(entry.getValue()), page);
      number++;
    }
    page.close().close().close().line();
  }

  private void row(int number, Statement statement, List<String> where, Markup page) {
    page.open("tr", "id", "a" + number).element("th", "A" + number, "scope", "row").open("td");
    Html.message(statement.what().statement(), page);
    page.empty("br").open("small");
    String between = "";
    for (String address : where.subList(0, Math.min(MOST_ADDRESSES, where.size()))) {
      page.text(between);
      Html.address(address, page);
      between = ", ";
    }
    if (where.size() > MOST_ADDRESSES) {
      page.text(" and " + (where.size() - MOST_ADDRESSES) + " more");
    }
    int in = deployments.getOrDefault(statement, Set.of()).size();
    if (in > 1) {
      page.text(", in " + Words.counted(in, "deployment"));
    }
    page.close().empty("br").open("small").element("b", "To confirm: ");
    Html.message(statement.what().confirm(), page);
    page.close().close();
    List<String> facts = statement.what().facts();
    page.element("td", facts.isEmpty() ? statement.what().code() : String.join(", ", facts));
    page.element("td", "☐").close();
  }
}
