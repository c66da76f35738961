package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.Rejection.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields between the brackets of a space-delimited pattern (§1.3). */
final class SpacePatternParser {
  private static final String[] OPERATORS = {"`=`", "`!=`", "`<`", "`<=`", "`>`", "`>=`", "`,`"};

  private final Cursor cursor;
  private final Quotas quotas;
  private final ValueParser values;
  private final Set<String> names = new HashSet<>();
  private String name = "";

  SpacePatternParser(Cursor cursor, Quotas quotas) {
    this.cursor = cursor;
    this.quotas = quotas;
    this.values = new ValueParser(cursor, quotas);
  }

  SpacePattern parse() {
    cursor.blanks();
    if (cursor.atEnd()) {
      return new SpacePattern(List.of());
    }
    List<SpacePattern.Field> fields = new ArrayList<>();
    do {
      cursor.blanks();
      fields.add(field());
      cursor.blanks();
    } while (cursor.take(","));
    if (!cursor.atEnd()) {
      int start = cursor.at();
      throw Refused.at(
          Code.UNEXPECTED_TEXT,
          "`" + cursor.between(start, cursor.wordEnd()) + "` cannot stand here",
          start,
          cursor.wordEnd(),
          "`,`",
          "the end of the pattern");
    }
    return new SpacePattern(fields);
  }

  private SpacePattern.Field field() {
    int start = cursor.at();
    if (cursor.atEnd() || cursor.peek() == ',') {
      return new SpacePattern.Field("", false, null, new Range(start, start));
    }
    if (cursor.take("...")) {
      unique("...", start);
      return new SpacePattern.Field("", true, null, new Range(start, cursor.at()));
    }
    name = "";
    FieldTest test = cursor.peek() == '(' ? alternatives() : named();
    unique(name, start);
    return new SpacePattern.Field(name, false, test, new Range(start, cursor.at()));
  }

  private @Nullable FieldTest named() {
    int begin = cursor.at();
    fieldName();
    cursor.blanks();
    if (cursor.atEnd() || cursor.peek() == ',') {
      return null;
    }
    cursor.moveTo(begin);
    name = "";
    return alternatives();
  }

  private void unique(String field, int start) {
    if (!names.add(field)) {
      throw Refused.at(
          Code.DUPLICATE_FIELD,
          "the field `" + field + "` is named twice",
          start,
          start + field.length());
    }
  }

  private void fieldName() {
    int start = cursor.at();
    String read = cursor.takeWhile(c -> Chars.isAlphanumeric(c) || c == '_');
    if (read.isEmpty() || Chars.isDigit(read.charAt(0))) {
      int first = Math.min(cursor.after(start), cursor.end());
      throw Refused.at(
          Code.FIELD_NAME,
          "a field's name starts with a letter or `_`, not with `"
              + cursor.between(start, first)
              + "`",
          start,
          Math.max(Math.max(cursor.at(), first), start + 1),
          "a name",
          "`...`",
          "`,`");
    }
    if (name.isEmpty()) {
      name = read;
    } else if (!name.equals(read)) {
      throw Refused.at(
          Code.SEVERAL_FIELDS,
          "one field tests `" + name + "` and `" + read + "`",
          start,
          cursor.at(),
          "`" + name + "`",
          "`,`");
    }
  }

  private FieldTest alternatives() {
    List<FieldTest> parts = new ArrayList<>();
    do {
      parts.add(conditions());
    } while (cursor.take("||"));
    return parts.size() == 1 ? parts.get(0) : new FieldTest.Or(parts);
  }

  private FieldTest conditions() {
    List<FieldTest> parts = new ArrayList<>();
    do {
      cursor.blanks();
      parts.add(primary());
      cursor.blanks();
    } while (cursor.take("&&"));
    return parts.size() == 1 ? parts.get(0) : new FieldTest.And(parts);
  }

  private FieldTest primary() {
    int start = cursor.at();
    if (cursor.take("(")) {
      FieldTest inner = alternatives();
      if (!cursor.take(")")) {
        throw Refused.at(
            Code.UNCLOSED_PARENTHESIS, "the parenthesis is never closed", start, start + 1, "`)`");
      }
      quotas.doubt(
          "whether a field's test may have parentheses is not documented", start, cursor.at());
      return new FieldTest.Grouped(inner);
    }
    fieldName();
    cursor.blanks();
    return test();
  }

  private FieldTest test() {
    int operator = cursor.at();
    if (cursor.looksAt("==")) {
      throw Refused.at(Code.DOUBLE_EQUALS, "`==` is no operator", operator, operator + 2, "`=`");
    }
    if (cursor.take("!=")) {
      return new FieldTest.Compare(new NodeCondition.Compare(false, operand()));
    }
    if (cursor.take("=")) {
      return new FieldTest.Compare(new NodeCondition.Compare(true, operand()));
    }
    if (cursor.peek() != '<' && cursor.peek() != '>') {
      int end = cursor.atEnd() ? operator + 1 : cursor.wordEnd();
      throw Refused.at(
          Code.EXPECTED_OPERATOR,
          cursor.atEnd()
              ? "an operator is missing"
              : "`" + cursor.between(operator, end) + "` is no operator",
          operator,
          end,
          OPERATORS);
    }
    boolean less = cursor.peek() == '<';
    cursor.skip(1);
    boolean inclusive = cursor.take("=");
    cursor.blanks();
    return new FieldTest.Ordered(
        new NodeCondition.Order(NodeCondition.Operator.of(less, inclusive), values.number()));
  }

  private Operand operand() {
    cursor.blanks();
    return values.value();
  }
}
