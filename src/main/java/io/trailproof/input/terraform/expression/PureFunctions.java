package io.trailproof.input.terraform.expression;

import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terraform's functions whose result follows from their arguments alone, as far as they matter. */
final class PureFunctions {
  private static final Datum UNTOLD = new Datum.Open("an argument of a function is not known");

  private static final Map<String, Function<List<Datum>, Datum>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("coalesce", given -> first(given, true));
    ALL.put("coalescelist", PureFunctions::coalescelist);
    ALL.put("concat", given -> list(given, PureFunctions::flat));
    ALL.put("compact", given -> compact(given.get(0)));
    ALL.put("flatten", given -> flatten(given.get(0)));
    ALL.put("distinct", given -> distinct(given.get(0)));
    ALL.put("toset", given -> set(given.get(0)));
    ALL.put("setunion", given -> set(list(given, PureFunctions::flat)));
    ALL.put("tolist", given -> list(given, PureFunctions::flat));
    ALL.put("reverse", given -> list(given, PureFunctions::reversed));
    ALL.put("values", given -> values(given.get(0)));
    ALL.put("keys", given -> keys(given.get(0)));
    ALL.put("merge", PureFunctions::merge);
    ALL.put("lookup", PureFunctions::lookup);
    ALL.put("element", PureFunctions::element);
    ALL.put("one", given -> one(given.get(0)));
    ALL.put("length", given -> length(given.get(0)));
    ALL.put("contains", given -> contains(given.get(0), given.get(1)));
    ALL.put("zipmap", given -> zipmap(given.get(0), given.get(1)));
    ALL.put("join", PureFunctions::join);
    ALL.put("format", PureFunctions::format);
    ALL.put("split", given -> text(given, texts -> split(texts.get(0), texts.get(1))));
    ALL.put("replace", given -> text(given, PureFunctions::replace));
    ALL.put("lower", given -> changed(given, text -> text.toLowerCase(Locale.ROOT)));
    ALL.put("upper", given -> changed(given, text -> text.toUpperCase(Locale.ROOT)));
    ALL.put("trimspace", given -> changed(given, String::strip));
    ALL.put("trimprefix", given -> text(given, PureFunctions::trimPrefix));
    ALL.put("trimsuffix", given -> text(given, PureFunctions::trimSuffix));
    ALL.put("substr", given -> text(given, PureFunctions::substr));
    ALL.put(
        "startswith",
        given -> text(given, texts -> Datum.known(texts.get(0).startsWith(texts.get(1)))));
    ALL.put(
        "endswith",
        given -> text(given, texts -> Datum.known(texts.get(0).endsWith(texts.get(1)))));
    ALL.put("jsonencode", given -> new JsonText().encoded(given.get(0)));
    ALL.put("jsondecode", given -> new JsonText().decoded(given.get(0)));
    for (String same : List.of("tostring", "tonumber", "tobool", "tomap", "sensitive")) {
      ALL.put(same, given -> given.get(0));
    }
    ALL.put("nonsensitive", given -> given.get(0));
  }

  private PureFunctions() {}

  static Datum call(String function, List<Datum> arguments) {
    Function<List<Datum>, Datum> known = ALL.get(function);
    if (known == null) {
      return new Datum.Open("function `" + function + "` is not worked out");
    }
    for (Datum argument : arguments) {
      // A failed argument fails the call; of what is open, only these may still tell something.
      if (argument instanceof Datum.Failed || (argument.isOpen() && !function.equals("coalesce"))) {
        return argument;
      }
    }
    try {
      return known.apply(arguments);
    } catch (IndexOutOfBoundsException e) {
      return new Datum.Failed("function `" + function + "` has too few arguments");
    }
  }

  /** The first that is neither null nor, if so wished, empty text. */
  private static Datum first(List<Datum> given, boolean text) {
    for (Datum one : given) {
      boolean empty = text && one.text().filter(String::isEmpty).isPresent();
      if (one instanceof Datum.Scalar scalar
          && !empty
          && scalar.value() instanceof Value.Template template
          && template.parts().stream().noneMatch(part -> part.asText().isPresent())) {
        return UNTOLD;
      }
      if (!(one instanceof Datum.Nothing) && !empty) {
        return one;
      }
    }
    return new Datum.Failed("all arguments of `coalesce` are empty");
  }

  private static Datum coalescelist(List<Datum> given) {
    for (Datum one : given) {
      List<Datum> items = one.elements().orElse(null);
      if (items == null && !(one instanceof Datum.Nothing)) {
        return UNTOLD;
      }
      if (items != null && !items.isEmpty()) {
        return one;
      }
    }
    return new Datum.Failed("all arguments of `coalescelist` are empty");
  }

  /** A list made of the elements of some lists. */
  private static Datum list(List<Datum> given, Function<List<List<Datum>>, List<Datum>> function) {
    List<List<Datum>> lists = new ArrayList<>();
    for (Datum one : given) {
      if (!(one instanceof Datum.Many many)) {
        return UNTOLD;
      }
      lists.add(many.items());
    }
    return new Datum.Many(function.apply(lists));
  }

  private static List<Datum> flat(List<List<Datum>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  private static List<Datum> reversed(List<List<Datum>> lists) {
    List<Datum> all = new ArrayList<>(flat(lists));
    java.util.Collections.reverse(all);
    return all;
  }

  private static Datum compact(Datum given) {
    if (!(given instanceof Datum.Many many)) {
      return UNTOLD;
    }
    List<Datum> kept = new ArrayList<>();
    for (Datum item : many.items()) {
      boolean empty =
          item instanceof Datum.Nothing || item.text().filter(String::isEmpty).isPresent();
      if (!empty) {
        kept.add(item);
      }
    }
    return new Datum.Many(kept);
  }

  private static Datum flatten(Datum given) {
    if (!(given instanceof Datum.Many many)) {
      return UNTOLD;
    }
    List<Datum> flat = new ArrayList<>();
    for (Datum item : many.items()) {
      if (item.isOpen() || item instanceof Datum.OneOf) {
        return UNTOLD;
      }
      if (item instanceof Datum.Many inner && flatten(inner) instanceof Datum.Many all) {
        flat.addAll(all.items());
      } else if (item instanceof Datum.Many) {
        return UNTOLD;
      } else {
        flat.add(item);
      }
    }
    return new Datum.Many(flat);
  }

  private static Datum distinct(Datum given) {
    return given instanceof Datum.Many many
        ? new Datum.Many(new ArrayList<>(new LinkedHashSet<>(many.items())))
        : UNTOLD;
  }

  /** Sets are sorted, so the order of several is told only if all of them are known. */
  private static Datum set(Datum given) {
    if (!(distinct(given) instanceof Datum.Many all)) {
      return UNTOLD;
    }
    TreeMap<String, Datum> sorted = new TreeMap<>();
    for (Datum item : all.items()) {
      if (item.text().isEmpty() && all.items().size() > 1) {
        return UNTOLD;
      }
      sorted.put(item.text().orElse(""), item);
    }
    return new Datum.Many(List.copyOf(sorted.values()));
  }

  /** In the order of the keys, as terraform has it. */
  private static Datum values(Datum given) {
    return given instanceof Datum.Named named && named.whole()
        ? new Datum.Many(List.copyOf(new TreeMap<>(named.fields()).values()))
        : UNTOLD;
  }

  private static Datum keys(Datum given) {
    return given instanceof Datum.Named named && named.whole()
        ? new Datum.Many(named.fields().keySet().stream().sorted().map(Datum::known).toList())
        : UNTOLD;
  }

  private static Datum merge(List<Datum> given) {
    Map<String, Datum> all = new LinkedHashMap<>();
    boolean whole = true;
    for (Datum one : given) {
      if (one instanceof Datum.Named named) {
        if (!named.whole()) {
          // What is not seen of it may replace what went before.
          all.clear();
          whole = false;
        }
        all.putAll(named.fields());
      } else if (!(one instanceof Datum.Nothing)) {
        return UNTOLD;
      }
    }
    return new Datum.Named(all, whole);
  }

  private static Datum lookup(List<Datum> given) {
    Datum key = given.get(1);
    if (!(given.get(0) instanceof Datum.Named named) || key.text().isEmpty()) {
      return UNTOLD;
    }
    Datum found = named.attribute(key.text().orElseThrow());
    return found instanceof Datum.Failed && given.size() > 2 ? given.get(2) : found;
  }

  private static Datum element(List<Datum> given) {
    Optional<BigDecimal> index = Operators.number(given.get(1));
    if (!(given.get(0) instanceof Datum.Many many) || index.isEmpty()) {
      return UNTOLD;
    }
    int size = many.items().size();
    return size == 0
        ? new Datum.Failed("`element` of an empty list")
        : many.items().get(Math.floorMod(index.get().intValue(), size));
  }

  private static Datum one(Datum given) {
    if (given instanceof Datum.Nothing) {
      return given;
    }
    if (!(given instanceof Datum.Many many)) {
      return UNTOLD;
    }
    return many.items().isEmpty()
        ? new Datum.Nothing()
        : many.items().size() == 1
            ? many.items().get(0)
            : new Datum.Failed("`one` of several elements");
  }

  private static Datum length(Datum given) {
    return given
        .elements()
        .map(List::size)
        .or(() -> given.text().map(text -> text.codePointCount(0, text.length())))
        .map(size -> Datum.known(BigDecimal.valueOf(size)))
        .orElse(UNTOLD);
  }

  private static Datum contains(Datum list, Datum wanted) {
    List<Datum> items = list.elements().orElse(null);
    if (items == null) {
      return UNTOLD;
    }
    boolean told = true;
    for (Datum item : items) {
      Optional<Boolean> same = Operators.same(item, wanted);
      if (same.equals(Optional.of(true))) {
        return Datum.known(true);
      }
      told &= same.isPresent();
    }
    return told ? Datum.known(false) : UNTOLD;
  }

  private static Datum zipmap(Datum keys, Datum values) {
    List<Datum> names = keys.elements().orElse(List.of());
    List<Datum> all = values.elements().orElse(null);
    if (all == null
        || names.size() != all.size()
        || !names.stream().allMatch(name -> name.text().isPresent())) {
      return UNTOLD;
    }
    Map<String, Datum> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i).text().orElseThrow(), all.get(i));
    }
    return new Datum.Named(fields);
  }

  private static Datum join(List<Datum> given) {
    List<Datum> items = new ArrayList<>();
    for (Datum list : given.subList(1, given.size())) {
      if (!(list instanceof Datum.Many many)) {
        return UNTOLD;
      }
      items.addAll(many.items());
    }
    List<Datum> parts = new ArrayList<>();
    for (Datum item : items) {
      if (!parts.isEmpty()) {
        parts.add(given.get(0));
      }
      parts.add(item);
    }
    return Datum.across(parts, Datum::joined);
  }

  /** With {@code %s} and {@code %d} of whole numbers only. */
  private static Datum format(List<Datum> given) {
    String format = given.get(0).text().orElse(null);
    if (format == null) {
      return UNTOLD;
    }
    List<Datum> parts = new ArrayList<>();
    Matcher verbs = Pattern.compile("%([sdv%])").matcher(format);
    int from = 0;
    int next = 1;
    while (verbs.find()) {
      parts.add(Datum.known(format.substring(from, verbs.start())));
      parts.add(verbs.group(1).equals("%") ? Datum.known("%") : given.get(next++));
      from = verbs.end();
    }
    parts.add(Datum.known(format.substring(from)));
    boolean hasOtherVerb = Pattern.compile("%[^sdv%]").matcher(format.replace("%%", "")).find();
    return hasOtherVerb ? UNTOLD : Datum.joined(parts);
  }

  /** A function of known texts. */
  private static Datum text(List<Datum> given, Function<List<String>, Datum> function) {
    List<String> texts = given.stream().flatMap(one -> one.text().stream()).toList();
    return texts.size() == given.size() ? function.apply(texts) : UNTOLD;
  }

  private static Datum changed(List<Datum> given, UnaryOperator<String> change) {
    return text(given, texts -> Datum.known(change.apply(texts.get(0))));
  }

  private static Datum split(String separator, String text) {
    if (separator.isEmpty()) {
      return UNTOLD;
    }
    List<Datum> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      parts.add(Datum.known(part));
    }
    return new Datum.Many(parts);
  }

  /** Regular expressions are of another make than ours. */
  private static Datum replace(List<String> texts) {
    String old = texts.get(1);
    boolean regular = old.length() > 1 && old.startsWith("/") && old.endsWith("/");
    return regular ? UNTOLD : Datum.known(texts.get(0).replace(old, texts.get(2)));
  }

  private static Datum trimPrefix(List<String> texts) {
    String text = texts.get(0);
    String prefix = texts.get(1);
    return Datum.known(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  private static Datum trimSuffix(List<String> texts) {
    String text = texts.get(0);
    String suffix = texts.get(1);
    return Datum.known(
        text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
  }

  private static Datum substr(List<String> texts) {
    String text = texts.get(0);
    boolean plain =
        text.chars().allMatch(c -> c < 128)
            && texts.get(1).matches("[0-9]{1,6}")
            && texts.get(2).matches("-1|[0-9]{1,6}");
    if (!plain) {
      return UNTOLD;
    }
    int from = Math.min(text.length(), Integer.parseInt(texts.get(1)));
    int length = Integer.parseInt(texts.get(2));
    return Datum.known(
        length < 0
            ? text.substring(from)
            : text.substring(from, Math.min(text.length(), from + length)));
  }
}
