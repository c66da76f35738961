package io.trailproof.catalog;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.graph.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of users' own catalog files, which stand beside those of another catalog and take the
 * place of none. A type is closed only if it says so.
 */
public final class OwnTypes {
  private final Catalog base;
  private final Strangers strangers;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<String> spellings = new HashSet<>();

  private OwnTypes(Catalog base) {
    this.base = base;
    this.strangers = new Strangers(base);
    base.types().forEach(type -> names.add(type.name()));
  }

  /** The catalog with the types of some files; none if anything is wrong with one. */
  public static Outcome<Catalog> over(Catalog base, List<Node> files) {
    OwnTypes own = new OwnTypes(base);
    SchemaCheck schema = SchemaCheck.of("catalog", CatalogError.ID);
    List<Node> sound = new ArrayList<>();
    for (Node file : files) {
      List<Diagnostic> said = schema.check(file);
      own.problems.addAll(said);
      if (said.isEmpty()) {
        sound.add(file);
        own.take(own.reader(file));
      }
    }
    Catalog.Draft draft = new Catalog.Draft(Closing.OPEN);
    draft.add(List.copyOf(base.types()));
    draft.add(base.standIns());
    draft.add(base.leeway());
    for (Node file : sound) {
      own.check(own.reader(file));
      own.problems.addAll(draft.read(file).diagnostics());
    }
    return own.problems.isEmpty() ? Outcome.of(draft.finish()) : new Outcome<>(null, own.problems);
  }

  private MappingReader reader(Node node) {
    return new MappingReader(node, CatalogError.ID, problems);
  }

  private static List<Node.Member> members(MappingReader holder, String key) {
    return holder.mapping(key).map(MappingReader::members).orElse(List.of());
  }

  /** What a file calls its types, in all words. */
  private void take(MappingReader file) {
    for (String key : List.of("stand_ins", "registry")) {
      file.get(key).ifPresent(node -> say(CatalogError.BUNDLED_ALONE, node, key));
    }
    for (Node.Member type : members(file, "types")) {
      if (!names.add(type.key())) {
        problems.add(CatalogError.NAME_TAKEN.at(type.keySpan(), type.key()));
      }
      for (Dialect dialect : List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION)) {
        MappingReader own = file.reader(type.value());
        boolean closed = Closing.read(own, "closed").kind() == Closing.Kind.STATED;
        own.mappings(dialect.word()).forEach(one -> spelling(one, closed));
      }
    }
  }

  /**
   * A spelling that is taken for one of ours, or whose type may not leave alone what it refers to,
   * would make a pass of what is unknown.
   */
  private void spelling(MappingReader one, boolean closed) {
    String spelling = one.need("type");
    Node place = one.get("type").orElseThrow();
    if (base.terraform(spelling).isPresent()
        || base.cloudFormation(spelling).isPresent()
        || !spellings.add(spelling)) {
      say(CatalogError.SPELLING_TAKEN, place, spelling);
    } else if (Schemas.silencing(spelling).isPresent()) {
      say(CatalogError.MAY_SILENCE, place, spelling);
    } else if (!closed && strangers.have(spelling)) {
      say(CatalogError.NEWER, place, spelling);
    }
  }

  private void say(Code code, Node place, String word) {
    problems.add(code.at(place.span(), word));
  }

  /** The types that a file names, which may stand in a later one. */
  private void check(MappingReader file) {
    for (Node.Member member : members(file, "types")) {
      MappingReader type = file.reader(member.value());
      properties(type, "properties");
      type.mappings("embeds").forEach(one -> named(one, "type"));
      type.mapping("identity").ifPresent(one -> named(one, "shares"));
    }
  }

  private void properties(MappingReader holder, String key) {
    for (Node.Member property : members(holder, key)) {
      MappingReader one = holder.reader(property.value());
      named(one, "link");
      properties(one, "items");
    }
  }

  private void named(MappingReader holder, String key) {
    for (String name : holder.texts(key)) {
      if (!names.contains(name)) {
        problems.add(
            CatalogError.NO_TYPE
                .at(holder.get(key).orElseThrow().span(), name)
                .withHelp(DidYouMean.help(name, names)));
      }
    }
  }
}
