package io.trailproof.cli;

import io.trailproof.catalog.Catalog;
import io.trailproof.edit.Edits;
import io.trailproof.edit.TemplateEditor;
import io.trailproof.edit.TerraformEditor;
import io.trailproof.edit.TextEdit;
import io.trailproof.edit.Unwritten;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Spellings;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has changes written by the editor of the notation that each of them stands in. */
final class FixEditors {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final List<Alteration> changes;
  private final Spellings spellings;

  /**
   * Editors of a deployment.
   *
   * @param changes all that is done for it
   */
  FixEditors(Catalog catalog, ResourceGraph graph, List<Alteration> changes) {
    this.catalog = catalog;
    this.graph = graph;
    this.changes = List.copyOf(changes);
    this.spellings = new Spellings(catalog, graph, changes);
  }

  /**
   * What changes come to.
   *
   * @param templates in templates, which can be read again
   * @param plans in the sources of plans, of which only the next plan can tell
   * @param unread the changes that no template that is read again shows
   */
  record Written(Edits templates, Edits plans, List<Alteration> unread) {
    /** All of it. */
    Edits all() {
      List<TextEdit> edits = new ArrayList<>(templates.edits());
      edits.addAll(plans.edits());
      List<Unwritten> unwritten = new ArrayList<>(templates.unwritten());
      unwritten.addAll(plans.unwritten());
      return new Edits(edits, unwritten);
    }
  }

  /** What some changes come to. */
  Written of(List<Alteration> some) {
    List<Alteration> ofTemplates = new ArrayList<>();
    List<Alteration> ofPlans = new ArrayList<>();
    List<Unwritten> nowhere = new ArrayList<>();
    for (Alteration change : some) {
      Optional<Resource> beside = spellings.beside(change.resource());
      if (beside.filter(one -> one.dialect() == Dialect.TERRAFORM).isPresent()) {
        ofPlans.add(change);
      } else if (beside.filter(FixEditors::isInFileOfItsOwn).isPresent()) {
        ofTemplates.add(change);
      } else {
        nowhere.add(
            new Unwritten(
                change,
                beside.map(Resource::span).isEmpty()
                    ? "what it stands beside is not in the input"
                    : "its template is no file of its own"));
      }
    }
    Edits templates = new TemplateEditor(catalog, graph, changes).edits(ofTemplates);
    List<Unwritten> unwritten = new ArrayList<>(templates.unwritten());
    unwritten.addAll(nowhere);
    List<Alteration> unread = new ArrayList<>(ofPlans);
    unwritten.forEach(one -> unread.add(one.change()));
    return new Written(
        new Edits(templates.edits(), unwritten),
        new TerraformEditor(catalog, graph, changes).edits(ofPlans),
        List.copyOf(unread));
  }

  private static boolean isInFileOfItsOwn(Resource resource) {
    Span span = resource.span();
    return span != null && FileToWrite.isItself(span.file());
  }
}
