package io.trailproof.input.terraform.reference;

import io.trailproof.catalog.Given;
import io.trailproof.catalog.Setting;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.document.Node;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.ConfiguredExpressions;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which settings of an instance stand in its configuration. What is known only after apply and
 * stands there nowhere the provider fills in; what is known and stands there nowhere is a default
 * of the provider's or what there was before, and is assumed to change nothing.
 *
 * @param expressions what the arguments refer to; null where no configuration shows it
 * @param changes true if the plan makes or changes the instance
 * @param rests takes what is assumed
 */
record GivenSettings(
    Node.@Nullable Mapping expressions, boolean changes, String address, Consumer<Premise> rests)
    implements Given {

  @Override
  public boolean isSet(Setting setting) {
    if (!written(setting.path()).isEmpty()) {
      return true;
    }
    if (!isKnown(setting.value()) || isEmpty(setting.value())) {
      return false;
    }
    if (expressions != null && changes && isOfDynamicBlock(setting)) {
      return true;
    }
    rests.accept(
        new Premise(
            Assumed.SETTING_NOT_KNOWN,
            "`"
                + setting.path()
                + "`, which "
                + (setting.silences()
                    ? "may silence what it is set on"
                    : "this version of trailproof does not know")
                + " and no expression gives, changes nothing",
            Optional.empty(),
            address,
            Premise.Reach.PROOF));
    return false;
  }

  /**
   * A dynamic block leaves nothing behind (section 5). What holds false or nought in one is more
   * likely a default.
   */
  private boolean isOfDynamicBlock(Setting setting) {
    int dot = setting.path().lastIndexOf('.');
    return isBlocks(setting.value())
        || (dot >= 0
            && written(setting.path().substring(0, dot)).isEmpty()
            && leaves(setting.value())
                .flatMap(leaf -> leaf.asText().stream())
                .anyMatch(text -> !text.equals("false") && !text.equals("0")));
  }

  private ConfiguredExpressions written(String path) {
    Iterator<String> names = Arrays.asList(path.split("\\.", -1)).iterator();
    ConfiguredExpressions written = ConfiguredExpressions.of(expressions, names.next());
    while (names.hasNext()) {
      written = written.element(null).member(names.next());
    }
    return written;
  }

  private static boolean isKnown(Value value) {
    return leaves(value).allMatch(leaf -> leaf.isKnown() || isContainer(leaf));
  }

  private static boolean isEmpty(Value value) {
    return leaves(value)
        .allMatch(leaf -> isContainer(leaf) || leaf.asText().filter(String::isEmpty).isPresent());
  }

  private static Stream<Value> leaves(Value value) {
    return value.stream().filter(one -> one.children().isEmpty());
  }

  private static boolean isContainer(Value value) {
    return value instanceof Value.Items || value instanceof Value.Fields;
  }

  private static boolean isBlocks(Value value) {
    return value instanceof Value.Items list
        && list.items().stream().allMatch(item -> item instanceof Value.Fields);
  }
}
