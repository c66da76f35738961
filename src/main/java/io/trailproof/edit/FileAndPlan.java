package io.trailproof.edit;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a file is the one that a plan was made of, as far as what is to be edited tells. */
final class FileAndPlan {
  private static final Set<String> UNSET = Set.of("", "null", "0");

  private FileAndPlan() {}

  /** Why an argument must not be edited: a literal in the file is not what the plan has. */
  static Optional<String> differ(Attribute argument, Value planned) {
    if (!(argument.definition() instanceof Definition.Literal literal)) {
      return Optional.empty();
    }
    String text = planned.asText().orElse("");
    boolean isSame =
        !(planned.isKnown() || planned.isAbsent())
            || (planned.isAbsent() ? UNSET.contains(literal.text()) : isSame(literal, text));
    if (isSame) {
      return Optional.empty();
    }
    return Optional.of(
        planned.isSensitive()
            ? "the file and the plan differ: make the plan again"
            : "the file says `"
                + literal.text()
                + "`, the plan "
                + (planned.isAbsent() ? "nothing" : "`" + text + "`")
                + ": make the plan again");
  }

  /** The same of the text of a policy, which may be laid out otherwise. */
  static Optional<String> policiesDiffer(Attribute argument, Value planned) {
    Optional<String> written =
        argument.definition() instanceof Definition.Literal literal
            ? printed(literal.text())
            : Optional.empty();
    return written.isPresent() && written.equals(planned.asText().flatMap(FileAndPlan::printed))
        ? Optional.empty()
        : Optional.of("the file and the plan differ: make the plan again");
  }

  private static Optional<String> printed(String json) {
    return Optional.ofNullable(Json.read(json).value()).map(Json::print);
  }

  private static boolean isSame(Definition.Literal literal, String planned) {
    if (literal.text().equals(planned) || (!literal.quoted() && literal.text().equals("null"))) {
      return true;
    }
    Optional<java.math.BigDecimal> one = Decimal.read(literal.text());
    Optional<java.math.BigDecimal> other = Decimal.read(planned);
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
  }

  /** Why an edit would change nothing: the resource keeps what it has. */
  static Optional<String> ignored(List<ModuleFiles.Written> blocks, String root) {
    for (ModuleFiles.Written one : blocks) {
      for (Block lifecycle : one.block().body().blocks("lifecycle")) {
        Optional<Attribute> ignored = lifecycle.body().attribute("ignore_changes");
        if (ignored.isPresent() && ignores(ignored.get().definition(), root)) {
          return Optional.of("`ignore_changes` of its `lifecycle` leaves it as it is");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean ignores(Definition definition, String root) {
    if (definition instanceof Definition.Items list) {
      return list.items().stream().anyMatch(one -> ignores(one, root));
    }
    String name =
        definition instanceof Definition.Reference reference
            ? reference.text()
            : definition instanceof Definition.Literal literal ? literal.text() : "";
    return name.equals("all")
        || name.equals(root)
        || name.startsWith(root + ".")
        || name.startsWith(root + "[");
  }
}
