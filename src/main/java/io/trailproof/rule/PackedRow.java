package io.trailproof.rule;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Values in the order in which they are written and read: what a record packs into a list. */
final class PackedRow {
  private PackedRow() {}

  /** A row that is written. */
  static final class Writer {
    private final List<Json> values = new ArrayList<>();

    Writer add(Json value) {
      values.add(value);
      return this;
    }

    Writer text(String text) {
      return add(new Json.Str(text));
    }

    Writer flag(boolean flag) {
      return add(flag ? Json.Bool.TRUE : Json.Bool.FALSE);
    }

    Writer number(long number) {
      return add(new Json.Num(Long.toString(number)));
    }

    Writer word(Enum<?> word) {
      return text(word.name());
    }

    <T> Writer list(List<T> list, Function<T, Json> each) {
      return add(new Json.Arr(list.stream().map(each).toList()));
    }

    Writer texts(List<String> texts) {
      return list(texts, Json.Str::new);
    }

    <T> Writer option(Optional<T> option, Function<T, Json> each) {
      return list(option.stream().toList(), each);
    }

    /** In the order of the keys, so that the same map gives the same row. */
    Writer texts(Map<String, String> texts) {
      Map<String, Json> members = new TreeMap<>();
      texts.forEach((key, text) -> members.put(key, new Json.Str(text)));
      return add(new Json.Obj(members));
    }

    Json row() {
      return new Json.Arr(values);
    }
  }

  /** A row that is read. */
  static final class Reader {
    private final Iterator<Json> values;

    Reader(Json row) {
      values = row.elements().iterator();
    }

    Json next() {
      return values.next();
    }

    String text() {
      return text(next());
    }

    boolean flag() {
      return next() == Json.Bool.TRUE;
    }

    long number() {
      return Long.parseLong(((Json.Num) next()).source());
    }

    <T> List<T> list(Function<Json, T> each) {
      List<T> list = new ArrayList<>();
      for (Json value : next().elements()) {
        list.add(each.apply(value));
      }
      return list;
    }

    List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (Json value : next().elements()) {
        texts.add(text(value));
      }
      return texts;
    }

    <T> Optional<T> option(Function<Json, T> each) {
      List<Json> values = next().elements();
      return values.isEmpty() ? Optional.empty() : Optional.of(each.apply(values.get(0)));
    }

    Optional<String> optionalText() {
      return option(Reader::text);
    }

    Map<String, String> textsByKey() {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, Json> entry : ((Json.Obj) next()).members().entrySet()) {
        texts.put(entry.getKey(), text(entry.getValue()));
      }
      return texts;
    }

    private static String text(Json value) {
      return ((Json.Str) value).value();
    }
  }
}
