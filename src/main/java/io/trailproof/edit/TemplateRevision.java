package io.trailproof.edit;

import io.trailproof.document.Node;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Edits a template at paths of keys and {@code [0]}, in the notation of each place. */
final class TemplateRevision {
  private static final String PROPERTIES = "Properties";

  private final TemplateDraft draft;
  private final TemplateWalk walk;
  private final BracketEdit brackets;
  private final BlockEdit blocks;

  TemplateRevision(TemplateDraft draft) {
    this.draft = draft;
    this.walk = new TemplateWalk(draft);
    this.brackets = new BracketEdit(draft, walk);
    this.blocks = new BlockEdit(draft, walk);
  }

  TemplateWalk walk() {
    return walk;
  }

  /** Puts a resource behind the others. */
  void add(String name, Json resource) throws Uneditable {
    for (String section : List.of("Resources", "Parameters")) {
      if (draft
          .root()
          .get(section)
          .flatMap(Node::asMapping)
          .flatMap(all -> all.get(name))
          .isPresent()) {
        throw new Uneditable("`" + name + "` is something else in the template");
      }
    }
    insert(List.of("Resources"), name, resource, true);
  }

  /** Gives what stands at a path another value, or puts it there. */
  void put(List<String> path, Json value) throws Uneditable {
    int found = path.size();
    while (walk.find(path.subList(0, found)).isEmpty()) {
      found--;
    }
    if (found == path.size()) {
      replace(path, value);
      return;
    }
    Json wrapped = value;
    for (int i = path.size() - 1; i > found; i--) {
      wrapped = within(path.get(i), wrapped);
    }
    List<String> holder = path.subList(0, found);
    Node node = walk.at(holder);
    if (node instanceof Node.Scalar scalar && scalar.isNull() && scalar.tag() == null) {
      replace(holder, within(path.get(found), wrapped));
    } else if (path.get(found).startsWith("[")) {
      throw new Uneditable("the list that it stands in has no such item");
    } else {
      insert(holder, path.get(found), wrapped, false);
    }
  }

  private static Json within(String step, Json value) throws Uneditable {
    if (!step.startsWith("[")) {
      return new Json.Obj(Map.of(step, value));
    }
    if (!step.equals("[0]")) {
      throw new Uneditable("the list that it stands in has no such item");
    }
    return new Json.Arr(List.of(value));
  }

  private void insert(List<String> path, String name, Json value, boolean spaced)
      throws Uneditable {
    Node node = walk.at(path);
    walk.enter(node);
    Node.Mapping holder =
        node.asMapping().orElseThrow(() -> new Uneditable("what it stands in is no object"));
    if (walk.isInBrackets(holder)) {
      brackets.insert(holder, name, value);
    } else {
      blocks.insert(holder, name, value, spaced);
    }
  }

  /** Puts an item behind those of a list. */
  void append(List<String> path, Json value) throws Uneditable {
    Node node = walk.at(path);
    walk.enter(node);
    Node.Sequence holder =
        node.asSequence().orElseThrow(() -> new Uneditable("what it stands in is no list"));
    if (walk.isInBrackets(holder)) {
      brackets.append(holder, value);
    } else {
      blocks.append(holder, value);
    }
  }

  private void replace(List<String> path, Json value) throws Uneditable {
    List<String> outer = path.subList(0, path.size() - 1);
    String step = path.get(path.size() - 1);
    Node holder = walk.at(outer);
    if (holder instanceof Node.Sequence list) {
      int index = index(step);
      if (walk.isInBrackets(holder)) {
        brackets.replace(walk.at(path).span(), value);
      } else {
        blocks.replace(list, index, value);
      }
      return;
    }
    if (step.startsWith("[")) { // an object in the place of a list of one
      replace(outer, value);
      return;
    }
    Node.Member member = member(holder, step);
    if (walk.isInBrackets(holder)) {
      brackets.replace(walk.value(member), value);
    } else {
      blocks.replace(member, value);
    }
  }

  private Node.Member member(Node holder, String key) throws Uneditable {
    return walk.member(holder, key)
        .orElseThrow(() -> new Uneditable("`" + key + "` is not written there"));
  }

  private static int index(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }

  /** Takes out what stands at a path, with what holds nothing then. */
  void remove(List<String> path) throws Uneditable {
    walk.at(path);
    List<String> outer = path.subList(0, path.size() - 1);
    String step = path.get(path.size() - 1);
    Node holder = walk.at(outer);
    if (holder instanceof Node.Sequence list && step.startsWith("[")) {
      item(outer, list, index(step));
      return;
    }
    if (step.startsWith("[")) {
      remove(outer);
      return;
    }
    Node.Mapping mapping =
        holder.asMapping().orElseThrow(() -> new Uneditable("what it stands in is no object"));
    Node.Member member = member(mapping, step);
    if (mapping.members().size() == 1) {
      emptied(outer);
    } else if (walk.isInBrackets(mapping)) {
      brackets.remove(mapping, walk.own(mapping).indexOf(member));
    } else {
      blocks.remove(mapping, member);
    }
  }

  /** An object of properties may go; what AWS may ask for stays, empty. */
  private void emptied(List<String> path) throws Uneditable {
    if (path.get(path.size() - 1).equals(PROPERTIES)) {
      remove(path);
    } else {
      replace(path, new Json.Obj(Map.of()));
    }
  }

  private void item(List<String> path, Node.Sequence list, int index) throws Uneditable {
    if (list.items().size() == 1) {
      replace(path, new Json.Arr(List.of()));
    } else if (walk.isInBrackets(list)) {
      brackets.remove(list, index);
    } else {
      blocks.remove(list, index);
    }
  }

  /** The same path and one step more. */
  static List<String> below(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
