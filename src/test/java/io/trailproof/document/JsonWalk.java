package io.trailproof.document;

import java.util.Random;

/** One way through a document: reads what its numbers say, and writes down what it sees. */
final class JsonWalk {
  private final JsonStream stream;
  private final Random choices;
  private final boolean isWhole;
  private final StringBuilder seen = new StringBuilder();

  JsonWalk(JsonStream stream, long seed, boolean isWhole) {
    this.stream = stream;
    this.choices = new Random(seed);
    this.isWhole = isWhole;
  }

  String all() throws BrokenJson {
    value();
    stream.finish();
    return seen.toString();
  }

  /** What was seen up to where the document turned out to be broken. */
  String seen() {
    return seen.toString();
  }

  private void value() throws BrokenJson {
    seen.append(stream.here().start()).append(' ');
    int choice = choices.nextInt(isWhole ? 4 : 8);
    if (stream.isObject() && choice < 3) {
      stream.members(
          key -> {
            seen.append(key).append('=');
            value();
          });
    } else if (stream.isArray() && choice < 2) {
      stream.elements(this::value);
    } else if (stream.isArray() && !isWhole && choice < 6) {
      seen.append(
          stream.objectsWhere("type", JsonWalk::isWanted, node -> seen.append(shown(node))));
    } else if (isWhole || choice < 5) {
      seen.append(shown(stream.node()));
    } else if (choice == 5) {
      seen.append(stream.text());
    } else if (choice == 6) {
      stream.skip();
    }
  }

  /** The node with the offsets of all that is in it. */
  private static String shown(Node node) {
    String inside =
        node.match(
            scalar -> scalar.kind() + scalar.text(),
            list -> list.items().stream().map(JsonWalk::shown).toList().toString(),
            map -> map.members().stream().map(JsonWalk::shown).toList().toString());
    return inside + '@' + node.span().start() + "-" + node.span().end();
  }

  private static String shown(Node.Member member) {
    long start = member.keySpan().start();
    return start + "-" + member.keySpan().end() + member.key() + '=' + shown(member.value());
  }

  private static boolean isWanted(String text) {
    return text.hashCode() % 2 == 0;
  }
}
