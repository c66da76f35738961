package io.trailproof.edit;

import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.json.Json;
import io.trailproof.remedy.TemplateValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a value of a template into another one with the least that differs: of lists and objects
 * what stays the same stays as it is written.
 */
final class ValueRevision {
  private final TemplateRevision template;
  private final ResourceGraph graph;
  private final TemplateValues values;

  /**
   * A revision of values of one resource.
   *
   * @param graph what was read of the template
   */
  ValueRevision(TemplateRevision template, ResourceGraph graph, TemplateValues values) {
    this.template = template;
    this.graph = graph;
    this.values = values;
  }

  /**
   * Gives what stands at a path another value.
   *
   * @param old as it was read
   * @param now as it is to be read
   * @param written the same in the words of the template
   */
  void put(List<String> path, Value old, Value now, Value written) throws Uneditable {
    Optional<Node> node = template.walk().find(path);
    if (node.isEmpty()) {
      template.put(path, exact(written));
    } else if (isSame(old, now)) {
      return;
    } else if (!isPutInto(node.get(), path, old, now, written)) {
      template.put(path, exact(composed(node.get(), old, now, written)));
    }
  }

  private Json exact(Value written) throws Uneditable {
    return exact(values.of(written));
  }

  private Json exact(Json json) throws Uneditable {
    if (!values.doubts().isEmpty()) {
      throw new Uneditable(values.doubts().get(0));
    }
    return json;
  }

  private boolean isPutInto(Node node, List<String> path, Value old, Value now, Value written)
      throws Uneditable {
    if (Call.of(node).isPresent()) {
      return false;
    }
    if (node instanceof Node.Sequence list
        && old instanceof Value.Items was
        && now instanceof Value.Items is
        && written instanceof Value.Items words
        && was.items().size() == list.items().size()
        && is.items().size() == words.items().size()) {
      return isAppended(path, was.items(), is.items(), words.items());
    }
    if (node instanceof Node.Mapping object
        && old instanceof Value.Fields was
        && now instanceof Value.Fields is
        && written instanceof Value.Fields words
        && is.fields().keySet().equals(words.fields().keySet())
        && object.members().stream()
            .map(Node.Member::key)
            .toList()
            .equals(List.copyOf(was.fields().keySet()))) {
      fields(path, was.fields(), is.fields(), words.fields());
      return true;
    }
    return false;
  }

  private boolean isAppended(List<String> path, List<Value> was, List<Value> is, List<Value> words)
      throws Uneditable {
    List<Integer> kept = kept(was, is);
    int stays = 0;
    while (stays < kept.size() && kept.get(stays) >= 0) {
      stays++;
    }
    if (stays == 0 || kept.subList(stays, kept.size()).stream().anyMatch(one -> one >= 0)) {
      return false;
    }
    List<Json> more = new ArrayList<>();
    for (Value one : words.subList(stays, words.size())) {
      more.add(exact(one));
    }
    for (int i = was.size() - 1; i >= 0; i--) {
      if (!kept.contains(i)) {
        template.remove(TemplateRevision.below(path, "[" + i + "]"));
      }
    }
    for (Json one : more) {
      template.append(path, one);
    }
    return true;
  }

  private void fields(
      List<String> path, Map<String, Value> was, Map<String, Value> is, Map<String, Value> words)
      throws Uneditable {
    for (Map.Entry<String, Value> field : is.entrySet()) {
      List<String> below = TemplateRevision.below(path, field.getKey());
      Value old = was.getOrDefault(field.getKey(), new Value.Absent(Origin.NOWHERE));
      Value word = words.getOrDefault(field.getKey(), field.getValue());
      put(below, old, field.getValue(), word);
    }
    for (String name : was.keySet()) {
      if (!is.containsKey(name)) {
        template.remove(TemplateRevision.below(path, name));
      }
    }
  }

  /** A value in whole, what stays of it as the template has it. */
  private Json composed(Node node, Value old, Value now, Value written) {
    if (isSame(old, now)) {
      return WrittenNode.of(node);
    }
    if (now instanceof Value.Items is
        && written instanceof Value.Items words
        && is.items().size() == words.items().size()) {
      List<Value> was = old instanceof Value.Items items ? items.items() : List.of(old);
      List<Node> nodes =
          node instanceof Node.Sequence list && Call.of(node).isEmpty()
              ? list.items()
              : List.of(node);
      List<Integer> kept = nodes.size() == was.size() ? kept(was, is.items()) : List.of();
      List<Json> all = new ArrayList<>();
      for (int i = 0; i < is.items().size(); i++) {
        int from = i < kept.size() ? kept.get(i) : -1;
        all.add(from < 0 ? values.of(words.items().get(i)) : WrittenNode.of(nodes.get(from)));
      }
      return new Json.Arr(all);
    }
    if (now instanceof Value.Fields is
        && old instanceof Value.Fields was
        && written instanceof Value.Fields words
        && is.fields().keySet().equals(words.fields().keySet())
        && node instanceof Node.Mapping object
        && Call.of(node).isEmpty()) {
      return composed(object, was.fields(), is.fields(), words.fields());
    }
    return values.of(written);
  }

  private Json composed(
      Node.Mapping object,
      Map<String, Value> was,
      Map<String, Value> is,
      Map<String, Value> words) {
    Map<String, Json> members = new LinkedHashMap<>();
    is.forEach(
        (name, value) -> {
          Optional<Node> member = object.get(name).filter(any -> was.containsKey(name));
          Value word = words.getOrDefault(name, value);
          members.put(
              name,
              member.isPresent()
                  ? composed(member.get(), was.getOrDefault(name, value), value, word)
                  : values.of(word));
        });
    return new Json.Obj(members);
  }

  /** For each item of a list the item of another one that it is, in order; -1 for none. */
  private List<Integer> kept(List<Value> was, List<Value> is) {
    List<Integer> kept = new ArrayList<>();
    int from = 0;
    for (Value one : is) {
      int found = -1;
      for (int i = from; i < was.size() && found < 0; i++) {
        found = isSame(was.get(i), one) ? i : -1;
      }
      kept.add(found);
      from = found < 0 ? from : found + 1;
    }
    return kept;
  }

  /** True if two values mean the same, wherever they are written. */
  private boolean isSame(Value one, Value other) {
    return bare(graph.resolve(one)).equals(bare(graph.resolve(other)));
  }

  private static Value bare(Value value) {
    return value.map(ValueRevision::bare).from(Origin.NOWHERE);
  }
}
