package io.trailproof.edit;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Spellings;
import io.trailproof.remedy.TemplateValues;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes changes into CloudFormation templates, in the notation and the indents of each. */
public final class TemplateEditor implements Editor {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Spellings spellings;

  /** The drafts of the files, by their names. */
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private final List<Unwritten> unwritten = new ArrayList<>();

  private record Draft(SourceFile was, TemplateDraft now) {}

  /**
   * An editor of a deployment.
   *
   * @param graph the deployment as its files have it
   * @param changes all of it, which may refer to each other
   */
  public TemplateEditor(Catalog catalog, ResourceGraph graph, List<Alteration> changes) {
    this.catalog = catalog;
    this.graph = graph;
    this.spellings = new Spellings(catalog, graph, changes);
  }

  @Override
  public Edits edits(List<Alteration> changes) {
    List<Alteration> together = TogetherChanges.of(changes);
    Set<ResourceId> lacking = new HashSet<>();
    while (lacks(together, lacking)) {
      // What refers to an addition that cannot be written is not written either.
    }
    List<TextEdit> edits = new ArrayList<>();
    drafts.values().forEach(draft -> edits.addAll(edits(draft.was(), draft.now().now())));
    return new Edits(edits, unwritten);
  }

  /** Writes all but what refers to what lacks; true if more lacks then. */
  private boolean lacks(List<Alteration> changes, Set<ResourceId> lacking) {
    drafts.clear();
    unwritten.clear();
    boolean more = false;
    for (Alteration change : changes) {
      try {
        if (refers(change, lacking)) {
          throw new Uneditable("what it refers to is not in the template");
        }
        written(change);
      } catch (Uneditable e) {
        unwritten.add(new Unwritten(change, e.why()));
        more |= change instanceof Alteration.Add && lacking.add(change.resource());
      }
    }
    return more;
  }

  private static boolean refers(Alteration change, Set<ResourceId> lacking) {
    List<Value> values = new ArrayList<>();
    if (change instanceof Alteration.Add add) {
      values.addAll(add.properties().values());
      if (add.after().stream().anyMatch(lacking::contains)) {
        return true;
      }
    } else if (change instanceof Alteration.Set set) {
      values.add(set.written());
    }
    return values.stream()
        .anyMatch(
            value ->
                value.any(
                    one ->
                        one instanceof Value.Reference reference
                            && lacking.contains(reference.target())));
  }

  private void written(Alteration change) throws Uneditable {
    Resource beside =
        spellings
            .beside(change.resource())
            .filter(one -> one.dialect() == Dialect.CLOUDFORMATION)
            .orElseThrow(() -> new Uneditable("it stands in no template"));
    Span span = beside.span();
    if (span == null) {
      throw new Uneditable("the template does not say where it stands");
    }
    TemplateDraft draft = draft(span.file());
    SourceFile was = draft.now();
    Json before = WrittenNode.of(draft.root());
    try {
      List<String> place = written(change, draft);
      if (!TreeDifference.isWithin(place, before, WrittenNode.of(draft.root()))) {
        throw new Uneditable("something else in the template would change with it");
      }
    } catch (Uneditable e) {
      draft.restore(was);
      throw e;
    }
  }

  private TemplateDraft draft(SourceFile file) throws Uneditable {
    Draft known = drafts.get(file.name());
    if (known == null) {
      known = new Draft(file, new TemplateDraft(file));
      drafts.put(file.name(), known);
    }
    return known.now();
  }

  /** Makes a change, and says within what. */
  private List<String> written(Alteration change, TemplateDraft draft) throws Uneditable {
    TemplateRevision template = new TemplateRevision(draft);
    TemplateValues values = new TemplateValues(spellings, change.resource());
    if (change instanceof Alteration.Add add) {
      Json resource = values.resource(add);
      if (!values.doubts().isEmpty()) {
        throw new Uneditable(values.doubts().get(0));
      }
      String name = TemplateValues.logicalId(add.resource());
      template.add(name, resource);
      return List.of("Resources", name);
    }
    Resource resource =
        graph.find(change.resource()).orElseThrow(() -> new Uneditable("it is not there"));
    List<String> path = path(resource, draft);
    if (change instanceof Alteration.Unset unset) {
      template.remove(place(resource, unset.property(), path));
      return path.subList(0, 3);
    }
    Alteration.Set set = (Alteration.Set) change;
    new ValueRevision(template, graph, values)
        .put(
            place(resource, set.property(), path),
            resource.property(set.property()),
            set.written(),
            words(resource, set));
    return path.subList(0, 3);
  }

  /** The way to the properties of a resource, or to the object that it is in another one. */
  private List<String> path(Resource resource, TemplateDraft draft) throws Uneditable {
    String name = TemplateValues.logicalId(resource.id());
    int dot = name.indexOf('.');
    String owner = dot < 0 ? name : name.substring(0, dot);
    String address = resource.address();
    ResourceId id =
        new ResourceId(
            resource.id().input(), address.substring(0, address.length() - name.length()) + owner);
    Span declared = graph.find(id).map(Resource::span).orElse(null);
    Optional<Node.Member> member =
        draft.root().get("Resources").flatMap(Node::asMapping).flatMap(all -> all.member(owner));
    if (member.isEmpty()
        || declared == null
        || !draft
            .text(member.get().keySpan().start(), member.get().keySpan().end())
            .equals(declared.text())) {
      throw new Uneditable("a loop, a macro or another resource makes it");
    }
    List<String> path = new ArrayList<>(List.of("Resources", owner, "Properties"));
    if (dot >= 0) {
      path.addAll(steps(name.substring(dot + 1)));
    }
    return path;
  }

  private List<String> place(Resource resource, String property, List<String> path) {
    String place =
        resource.address().indexOf('.') < 0
            ? spellings
                .binding(resource.id())
                .flatMap(binding -> binding.place(property))
                .orElse(property)
            : spellings.property(resource.id(), property);
    List<String> all = new ArrayList<>(path);
    all.addAll(steps(place));
    return all;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String part : path.split("\\.", -1)) {
      int bracket = part.indexOf('[');
      steps.add(bracket < 0 ? part : part.substring(0, bracket));
      if (bracket >= 0) {
        steps.add(part.substring(bracket));
      }
    }
    return steps;
  }

  /** A value in the words of the template, where those of its objects differ from the catalog's. */
  private Value words(Resource resource, Alteration.Set set) throws Uneditable {
    boolean isOfPlainValues =
        catalog
            .type(resource.type())
            .flatMap(type -> type.property(set.property()))
            .map(Property::items)
            .map(List::isEmpty)
            .orElse(true);
    Value.Fields written =
        spellings
            .binding(resource.id())
            .map(binding -> binding.written(Map.of(set.property(), set.written())))
            .orElseThrow(() -> new Uneditable("no template writes it"));
    if (resource.address().indexOf('.') >= 0 && isOfPlainValues) {
      return set.written();
    }
    Value at = written;
    for (String step : place(resource, set.property(), List.of())) {
      at = below(at, step);
    }
    return at;
  }

  private static Value below(Value value, String step) throws Uneditable {
    Value below =
        value instanceof Value.Fields object
            ? object.fields().get(step)
            : value instanceof Value.Items list && step.equals("[0]") ? list.items().get(0) : null;
    if (below == null) {
      throw new Uneditable("no template writes it so");
    }
    return below;
  }

  /** The least that makes one text of another, in whole lines. */
  private static List<TextEdit> edits(SourceFile was, SourceFile now) {
    List<String> old = LineDiff.lines(was.text());
    List<String> changed = LineDiff.lines(now.text());
    List<TextEdit> edits = new ArrayList<>();
    long offset = 0;
    int line = 0;
    for (LineDiff.Change change : LineDiff.of(old, changed)) {
      offset += length(old.subList(line, change.from()));
      long end = offset + length(old.subList(change.from(), change.to()));
      String text = String.join("", changed.subList(change.newFrom(), change.newTo()));
      edits.add(new TextEdit(was.span(offset, end), text));
      offset = end;
      line = change.to();
    }
    return edits;
  }

  private static long length(List<String> lines) {
    return String.join("", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
