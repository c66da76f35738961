package io.trailproof.edit;

import io.trailproof.graph.Value;
import io.trailproof.remedy.FreshNames;
import io.trailproof.remedy.Spellings;
import java.util.Optional;

/** Whether the files of a module can write a value. */
final class Expressible {
  private final Spellings spellings;

  Expressible(Spellings spellings) {
    this.spellings = spellings;
  }

  /**
   * Why a value cannot be written.
   *
   * @param module the module calls that addresses in it begin with
   */
  Optional<String> whyNot(Value value, String module) {
    Value settled = spellings.settled(value);
    if (settled instanceof Value.Reference reference) {
      String address = reference.target().address();
      if (!FreshNames.module(address).equals(module)) {
        return Optional.of("`" + address + "` is of another module");
      }
      return spellings.referring(reference).isPresent()
          ? Optional.empty()
          : Optional.of("no expression is known for what it takes of `" + address + "`");
    }
    if (settled instanceof Value.Unknown
        || settled instanceof Value.Choice
        || settled instanceof Value.Symbol) {
      return Optional.of("a part of its value is known only after apply");
    }
    return settled.children().stream()
        .map(one -> whyNot(one, module))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
