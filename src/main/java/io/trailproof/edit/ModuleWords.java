package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.remedy.FreshNames;
import io.trailproof.remedy.Hcl;
import io.trailproof.remedy.Spellings;
import io.trailproof.source.SourceFile;
import java.util.Optional;

/** How the files of a module can write values, those of what its own calls give as outputs too. */
final class ModuleWords {
  private final ResourceGraph graph;
  private final Spellings spellings;
  private final ModuleFiles files;

  ModuleWords(ResourceGraph graph, Spellings spellings, ModuleFiles files) {
    this.graph = graph;
    this.spellings = spellings;
    this.files = files;
  }

  /**
   * What writes expressions.
   *
   * @param module the module calls that addresses in it begin with
   * @param key as {@link Hcl} has it
   */
  Hcl of(String module, String key) {
    return new Hcl(spellings, module, key).reaching(reference -> output(reference, module));
  }

  /** Why a value cannot be written in a module. */
  Optional<String> whyNot(Value value, String module) {
    Value settled = spellings.settled(value);
    if (settled instanceof Value.Reference reference) {
      String address = reference.target().address();
      if (!FreshNames.module(address).equals(module)) {
        return output(reference, module).isPresent()
            ? Optional.empty()
            : Optional.of("`" + address + "` is of another module, which it is not handed");
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

  /** The output by which a module that is called hands a reference on. */
  private Optional<String> output(Value.Reference reference, String module) {
    String inner = FreshNames.module(reference.target().address());
    Optional<Resource> target = graph.find(reference.target());
    boolean isCalled =
        inner.length() > module.length()
            && inner.startsWith(module)
            && Address.parse(inner.substring(module.length()) + "a.b")
                .filter(one -> one.modules().size() == 1)
                .isPresent();
    Optional<String> folder = target.flatMap(files::folder);
    Optional<String> referring = spellings.referring(reference);
    if (!isCalled || folder.isEmpty() || referring.isEmpty()) {
      return Optional.empty();
    }
    String wanted = new Hcl(spellings, inner).relative(reference.target()) + "." + referring.get();
    String call = inner.substring(module.length());
    for (SourceFile file : files.files(folder.get())) {
      for (Block output : files.body(file).blocks("output")) {
        Optional<Attribute> value = output.body().attribute("value");
        if (value.isPresent()
            && value.get().definition() instanceof Definition.Reference text
            && text.text().equals(wanted)) {
          return Optional.of(call + output.label(0));
        }
      }
    }
    return Optional.empty();
  }
}
