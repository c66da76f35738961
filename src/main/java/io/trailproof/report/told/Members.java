package io.trailproof.report.told;

import io.trailproof.document.BrokenJson;
import io.trailproof.document.Node;
import io.trailproof.report.text.Style;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of one object of a result: each is what the contract says, or all is refused. */
final class Members {
  private final Node node;
  private final Map<String, Node> members;

  /** Reads one member of an object. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Members members) throws BrokenJson;
  }

  private Members(Node node, Map<String, Node> members) {
    this.node = node;
    this.members = members;
  }

  /**
   * The members of a node.
   *
   * @param called what it is called in a result, for messages
   */
  static Members of(String called, Node node) throws BrokenJson {
    Optional<Node.Mapping> mapping = node.asMapping();
    if (mapping.isEmpty()) {
      throw shape(called, "an object", node.span());
    }
    Map<String, Node> members = new LinkedHashMap<>();
    mapping.get().members().forEach(one -> members.put(one.key(), one.value()));
    return new Members(node, members);
  }

  /** Refuses the result because of this object. */
  BrokenJson refused(ResultError error, Object... arguments) {
    return new BrokenJson(error.at(place(), arguments));
  }

  /** Refuses the result if what an object says is not what it shows. */
  void agree(String said, String shown) throws BrokenJson {
    if (!said.equals(shown)) {
      throw refused(ResultError.CONTRADICTION, said, shown);
    }
  }

  /** Where the object begins: whole, it may be megabytes long. */
  private Span place() {
    return begin(node.span());
  }

  private static Span begin(Span span) {
    return span.file().span(span.start(), Math.min(span.end(), span.start() + 1));
  }

  private static BrokenJson shape(String called, String wanted, Span span) {
    return new BrokenJson(ResultError.NOT_THE_SHAPE.at(begin(span), called, wanted));
  }

  private Optional<Node> some(String key) {
    return Optional.ofNullable(members.get(key))
        .filter(one -> one.asScalar().filter(Node.Scalar::isNull).isEmpty());
  }

  private Node need(String key) throws BrokenJson {
    Node value = members.get(key);
    if (value == null) {
      throw refused(ResultError.MISSING, key);
    }
    return value;
  }

  /** The names of all members. */
  List<String> keys() {
    return List.copyOf(members.keySet());
  }

  /** True if there is such a member, and it is not null. */
  boolean has(String key) {
    return some(key).isPresent();
  }

  /** A text that must be there. */
  String text(String key) throws BrokenJson {
    return text(key, need(key));
  }

  private static String text(String key, Node value) throws BrokenJson {
    return value.asString().orElseThrow(() -> shape(key, "a text", value.span()));
  }

  /** A text that must be there and say something. */
  String said(String key) throws BrokenJson {
    String text = text(key);
    if (text.isBlank()) {
      throw shape(key, "a text that says something", need(key).span());
    }
    return text;
  }

  /**
   * A text that is ours: a name, a code, the words for a link. Reports show such as they are, so
   * that one which could steer what shows it is refused.
   */
  String own(String key) throws BrokenJson {
    return own(key, need(key));
  }

  private static String own(String key, Node value) throws BrokenJson {
    String text = text(key, value);
    if (!Style.SHOWN.plain(text).equals(text)) {
      throw shape(key, "in plain words", value.span());
    }
    return text;
  }

  /** A list of texts that are ours. */
  List<String> owns(String key) throws BrokenJson {
    List<String> texts = new ArrayList<>();
    for (Node one : items(key)) {
      texts.add(own(key, one));
    }
    return texts;
  }

  /** A text, if there is one. */
  Optional<String> textIfAny(String key) throws BrokenJson {
    Optional<Node> value = some(key);
    return value.isPresent() ? Optional.of(text(key, value.get())) : Optional.empty();
  }

  /** What one of some words stands for. */
  <T> T oneOf(String key, T[] all, Function<T, String> word) throws BrokenJson {
    String said = text(key);
    for (T one : all) {
      if (word.apply(one).equals(said)) {
        return one;
      }
    }
    throw new BrokenJson(ResultError.NO_SUCH_WORD.at(need(key).span(), said, key));
  }

  /** A whole number from some other on. */
  long number(String key, long least) throws BrokenJson {
    Node value = need(key);
    Optional<Node.Scalar> scalar =
        value.asScalar().filter(one -> one.kind() == Node.Kind.NUMBER && isWhole(one.text()));
    if (scalar.isPresent()) {
      long number = Long.parseLong(scalar.get().text());
      if (number >= least) {
        return number;
      }
    }
    throw shape(key, "a whole number from " + least, value.span());
  }

  /** Up to eighteen digits: what is longer counts nothing of ours. */
  private static boolean isWhole(String text) {
    return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** How many of something there are. */
  int count(String key) throws BrokenJson {
    long count = number(key, 0);
    if (count > Integer.MAX_VALUE) {
      throw shape(key, "a number of things", need(key).span());
    }
    return (int) count;
  }

  /** A truth that must be there. */
  boolean flag(String key) throws BrokenJson {
    Node value = need(key);
    return value
        .asScalar()
        .filter(one -> one.kind() == Node.Kind.BOOLEAN)
        .map(one -> one.text().equals("true"))
        .orElseThrow(() -> shape(key, "true or false", value.span()));
  }

  /** True if there is such a member, and it is true. */
  boolean flagIfAny(String key) throws BrokenJson {
    return has(key) && flag(key);
  }

  /** A list of texts that must be there. */
  List<String> texts(String key) throws BrokenJson {
    List<String> texts = new ArrayList<>();
    for (Node one : items(key)) {
      texts.add(text(key, one));
    }
    return texts;
  }

  /** A list of texts, if there is one. */
  List<String> textsIfAny(String key) throws BrokenJson {
    return has(key) ? texts(key) : List.of();
  }

  /** An object of texts, if there is one. */
  Map<String, String> pairsIfAny(String key) throws BrokenJson {
    Map<String, String> pairs = new LinkedHashMap<>();
    Optional<Node> value = some(key);
    if (value.isPresent()) {
      for (Map.Entry<String, Node> one : of(key, value.get()).members.entrySet()) {
        pairs.put(one.getKey(), text(key, one.getValue()));
      }
    }
    return Collections.unmodifiableMap(pairs);
  }

  private List<Node> items(String key) throws BrokenJson {
    Node value = need(key);
    return value
        .asSequence()
        .map(Node.Sequence::items)
        .orElseThrow(() -> shape(key, "a list", value.span()));
  }

  /** A list of objects that must be there. */
  <T> List<T> objects(String key, Reader<T> reader) throws BrokenJson {
    List<T> objects = new ArrayList<>();
    for (Node one : items(key)) {
      objects.add(reader.read(of(key, one)));
    }
    return objects;
  }

  /** A list of objects, if there is one. */
  <T> List<T> objectsIfAny(String key, Reader<T> reader) throws BrokenJson {
    return has(key) ? objects(key, reader) : List.of();
  }

  /** An object that must be there. */
  Members object(String key) throws BrokenJson {
    return of(key, need(key));
  }

  /** An object, if there is one. */
  Optional<Members> objectIfAny(String key) throws BrokenJson {
    Optional<Node> value = some(key);
    return value.isPresent() ? Optional.of(of(key, value.get())) : Optional.empty();
  }
}
