package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.RecordTree.RecordPlace;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down the smallest record that the choices leave, readable where there is a choice. */
final class WitnessWriter {
  private final RecordChoices choices;
  private final String terms;

  WitnessWriter(RecordChoices choices) {
    this.choices = choices;
    this.terms =
        String.join(
            " ",
            choices.mentions().stream()
                .filter(m -> m.wanted() && !choices.isCertain(m.term()))
                .map(Goal.Mentions::term)
                .toList());
  }

  /** Null if what is left turns out to be nothing. */
  Json.@Nullable Obj record() {
    return value(choices.tree().root()) instanceof Json.Obj object ? object : null;
  }

  /**
   * Pieces that the text of every record that is left holds: names and values that are no longer
   * open.
   */
  List<String> certainText() {
    List<String> pieces = new ArrayList<>(List.of("{", "}", ":", ",", "\""));
    for (RecordPlace place : choices.tree().places()) {
      Domain domain = choices.domain(place);
      if (place.step instanceof PathStep.Key key && (domain.kinds() & Kinds.ABSENT) == 0) {
        pieces.add(inside(key.name()));
        String constant = domain.kinds() == 0 && !domain.mayBeNumber() ? domain.constant() : null;
        if (constant != null) {
          pieces.add(inside(constant));
        } else if (domain.isOnly(Kinds.TRUE)) {
          pieces.add("true");
        } else if (domain.isOnly(Kinds.FALSE)) {
          pieces.add("false");
        } else if (domain.isOnly(Kinds.NULL)) {
          pieces.add("null");
        }
      }
    }
    return pieces;
  }

  private static String inside(String text) {
    String quoted = new Json.Str(text).print();
    return quoted.substring(1, quoted.length() - 1);
  }

  private @Nullable Json value(RecordPlace place) {
    Domain domain = choices.domain(place);
    boolean speaks =
        !terms.isEmpty()
            && RecordTree.FREE_TEXT.equals(place.step)
            && place.parent == choices.tree().root();
    boolean mayBeAbsent = (domain.kinds() & Kinds.ABSENT) != 0;
    if (mayBeAbsent && !(speaks && domain.mayBeText())) {
      return null; // the plainest record has nothing that it need not have
    }
    List<String> preferred = new ArrayList<>();
    if (speaks) {
      preferred.add(terms);
    }
    if (place.field != null && !place.field.sample().isEmpty()) {
      preferred.add(place.field.sample());
    }
    Optional<String> text = domain.text(preferred, choices.solver());
    if (text.isPresent()) {
      return new Json.Str(text.get());
    }
    Optional<String> number = domain.number(choices.solver());
    if (number.isPresent()) {
      return new Json.Num(number.get());
    }
    return composite(place, domain.kinds());
  }

  private @Nullable Json composite(RecordPlace place, int kinds) {
    if ((kinds & Kinds.OBJECT) != 0) {
      return object(place);
    }
    if ((kinds & Kinds.ARRAYS) != 0) {
      return array(place, (kinds & Kinds.ARRAY) == 0);
    }
    if ((kinds & Kinds.FALSE) != 0) {
      return Json.Bool.FALSE;
    }
    if ((kinds & Kinds.TRUE) != 0) {
      return Json.Bool.TRUE;
    }
    return (kinds & Kinds.NULL) != 0 ? Json.Null.NULL : null;
  }

  private Json object(RecordPlace place) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (RecordPlace child : place.members) {
      Json value = value(child);
      if (value != null && child.step instanceof PathStep.Key key) {
        members.put(key.name(), value);
      }
    }
    for (RecordPlace child : place.fresh) {
      Json value = value(child);
      if (value != null) {
        members.put(freshName(place, members), value);
      }
    }
    return new Json.Obj(members);
  }

  private static String freshName(RecordPlace place, Map<String, Json> members) {
    int number = 1;
    while (true) {
      String name = "other" + number++;
      boolean named = place.members.stream().anyMatch(m -> new PathStep.Key(name).equals(m.step));
      if (!named && !members.containsKey(name)) {
        return name;
      }
    }
  }

  private Json array(RecordPlace place, boolean holdsNull) {
    List<Json> elements = new ArrayList<>();
    for (RecordPlace child : place.elements) {
      Json value = value(child);
      if (value == null) {
        break;
      }
      elements.add(value);
    }
    for (RecordPlace child : place.fresh) {
      Json value = value(child);
      if (value != null) {
        elements.add(value);
      }
    }
    if (holdsNull && !elements.contains(Json.Null.NULL)) {
      elements.add(Json.Null.NULL);
    }
    return new Json.Arr(elements);
  }
}
