package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Run by hand: how long hostile patterns of 1,024 characters take for 16 events, once warm. */
public final class CoverageSpeed {
  private CoverageSpeed() {}

  public static void main(String[] arguments) {
    if (arguments.length > 1) {
      random(Integer.parseInt(arguments[1]));
      return;
    }
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    for (Map.Entry<String, String> entry : hostile().entrySet()) {
      FilterPattern pattern =
          FilterPattern.parse(entry.getValue())
              .match(
                  a -> a.pattern(),
                  r -> {
                    throw new IllegalArgumentException(entry.getKey() + r);
                  });
      long best = Long.MAX_VALUE;
      long worst = 0;
      String verdicts = "";
      for (int round = 0; round < rounds; round++) {
        long start = cpu();
        verdicts = verdicts(pattern);
        long micros = (cpu() - start) / 1_000;
        best = Math.min(best, micros);
        worst = round < rounds / 2 ? 0 : Math.max(worst, micros);
      }
      System.out.printf(
          "%-28s %5d chars  best %8.2f ms  worst warm %8.2f ms  %s%n",
          entry.getKey(), entry.getValue().length(), best / 1e3, worst / 1e3, verdicts);
    }
  }

  /** Random patterns made of hostile pieces: the slowest of many, and how many stay undecided. */
  private static void random(int count) {
    Random random = new Random(20_260_501);
    long slowest = 0;
    String which = "";
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String text = HostilePatterns.next(random);
      FilterPattern pattern = FilterPattern.parse(text).match(a -> a.pattern(), r -> null);
      if (pattern == null) {
        counts.merge("rejected", 1, Integer::sum);
        continue;
      }
      long start = cpu();
      String verdicts = verdicts(pattern);
      long micros = (cpu() - start) / 1_000;
      counts.merge(verdicts.contains("=16") ? verdicts : "mixed", 1, Integer::sum);
      if (micros > slowest && i > count / 4) {
        slowest = micros;
        which = text;
      }
    }
    System.out.printf(
        "random hostile: slowest %.2f ms of %d, %s%n%s%n", slowest / 1e3, count, counts, which);
  }

  /** Processor time, because other builds share the machine. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String verdicts(FilterPattern pattern) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String event : CoverageTest.CIS_EVENTS) {
      Coverage coverage = Coverage.of(List.of(pattern), Scenario.event("iam.amazonaws.com", event));
      counts.merge(
          coverage.match(c -> "complete", m -> "misses", u -> "undecided: " + u.why()),
          1,
          Integer::sum);
    }
    return counts.toString();
  }

  static Map<String, String> hostile() {
    Map<String, String> patterns = new LinkedHashMap<>();
    patterns.put(
        "cis",
        "{"
            + joined(
                CoverageTest.CIS_EVENTS.stream().map(e -> "($.eventName=" + e + ")").toList(), "||")
            + "}");
    patterns.put("arn excludes", filled("$.userIdentity.arn!=\"*%s*\"", "&&"));
    patterns.put("event id excludes", filled("$.eventID!=\"*%s*\"", "&&"));
    patterns.put("event id includes any", filled("$.eventID=\"*%s*\"", "||"));
    patterns.put("event id includes all", filled("$.eventID=\"*%s*\"", "&&"));
    patterns.put("not all excluded", filled("$.eventID!=\"*%s*\"", "||"));
    patterns.put("2-dnf", pairs(2));
    patterns.put("3-dnf", pairs(3));
    patterns.put("cnf", cnf());
    patterns.put(
        "regex wide",
        "{ $.eventID = %.{999}.{999}a.{99}% || $.eventID = %[ab]{0,900}x[ab]{0,900}% || $.eventID != \"*q*\" }");
    patterns.put(
        "regex tail", "{ $.eventID = %a.{18}$% || $.eventID = %^[^a]*$% || $.eventID=\"*z\" }");
    patterns.put("regex against regex", "{ $.eventID = %[01].{60}$% || $.eventID = %^.{0,60}$% }");
    patterns.put("wildcard root", filledWild());
    patterns.put(
        "wildcard deep",
        "{ $.requestParameters.*.a = x && $.requestParameters.*.b != y || $.requestParameters[*].c IS NULL }");
    patterns.put("terms", words("", ""));
    patterns.put("optional terms", words("?", ""));
    patterns.put("excluded terms", words("-", ""));
    patterns.put(
        "many selectors absent", filledSelectors("$.requestParameters.%s NOT EXISTS", "||"));
    patterns.put("parity", parity());
    patterns.put("numbers", filledSelectors("$.requestParameters.x>%d", "&&"));
    patterns.put(
        "arrays",
        "{ $.requestParameters.a[16] = 1 && $.requestParameters.a[15] = 2 || $.requestParameters.a[*] = 3 || $.requestParameters.a IS NULL }");
    return patterns;
  }

  private static String joined(List<String> parts, String by) {
    return String.join(by, parts);
  }

  private static String filled(String part, String by) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (joined(parts, by).length() < 980) {
      String word = "" + (char) ('a' + i % 26) + (char) ('a' + (i / 3) % 26);
      parts.add(part.replace("%s", word));
      i++;
    }
    return "{" + joined(parts, by) + "}";
  }

  private static String filledSelectors(String part, String by) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (joined(parts, by).length() < 970) {
      parts.add(part.replace("%s", "k" + i).replace("%d", String.valueOf(i)));
      i++;
    }
    return "{" + joined(parts, by) + "}";
  }

  private static String pairs(int width) {
    Random random = new Random(width);
    List<String> parts = new ArrayList<>();
    while (joined(parts, "||").length() < 900) {
      List<String> term = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        term.add(
            "$.eventID"
                + (random.nextBoolean() ? "=" : "!=")
                + (char) ('a' + random.nextInt(8))
                + "*".repeat(1));
      }
      parts.add(joined(term, "&&"));
    }
    return "{" + joined(parts, "||").replace("=", "=*") + "}";
  }

  private static String cnf() {
    Random random = new Random(5);
    List<String> parts = new ArrayList<>();
    while (joined(parts, "&&").length() < 940) {
      List<String> term = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        term.add("$.eventID=*" + (char) ('a' + random.nextInt(12)) + "*");
      }
      parts.add("(" + joined(term, "||") + ")");
    }
    return "{" + joined(parts, "&&") + "}";
  }

  private static String parity() {
    Random random = new Random(9);
    List<String> parts = new ArrayList<>();
    while (joined(parts, "||").length() < 930) {
      List<String> term = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String field =
            List.of("eventID", "sourceIPAddress", "eventTime", "eventVersion")
                .get(random.nextInt(2));
        term.add(
            "$."
                + field
                + (random.nextBoolean() ? "=" : "!=")
                + "*"
                + (char) ('a' + random.nextInt(4))
                + "*");
      }
      parts.add("(" + joined(term, "&&") + ")");
    }
    return "{" + joined(parts, "||") + "}";
  }

  private static String filledWild() {
    return "{ $.*=x* && $.*.b!=\"y\" || $.*!=z && "
        + filled("$.eventID!=\"*%s*\"", "&&").substring(1, 900).replaceAll("&&[^&]*$", "")
        + "}";
  }

  private static String words(String sign, String unused) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (joined(parts, " ").length() < 1010) {
      parts.add(sign + "w" + i++ + unused);
    }
    return joined(parts, " ");
  }
}
