package io.trailproof.fuzz;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What jazzer calls: the first byte of an input says how the others are read, and the oracles are
 * those of the seeded fuzz. The profile {@code jazzer} of the build runs it.
 */
public final class CoverageGuided {
  private static final Path PLAN = Path.of("fixtures/terraform/compliant/plan.json");
  private static final int SEEDS_OF_EACH = 12;

  private static final FuzzTarget.Oracle PROGRAM = new Outputs();

  /** How the bytes are read, in the order of the first byte. */
  private static final List<FuzzTarget.Oracle> READERS =
      List.of(
          (input, folder) -> program("plan.json", input, folder),
          (input, folder) -> program("template.yaml", input, folder),
          (input, folder) -> configuration(input, folder),
          Engines.reads(Engines::pattern),
          Engines.reads(Engines::query),
          Engines.reads(Engines::composite),
          Engines.reads(Engines::policy),
          Engines.reads(Engines::eventPattern),
          Engines.reads(Engines::expression),
          Engines.reads(Engines::source),
          Engines.reads(Engines::document),
          (input, folder) -> result(input, folder));

  private static final Path FOLDER = Path.of("target", "fuzz", "jazzer");

  private CoverageGuided() {}

  /** Reads one input of jazzer's; throws what is wrong with it. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    Specimen input = Specimen.text("jazzer", Arrays.copyOfRange(data, 1, data.length));
    Optional<Fault> fault =
        READERS.get(Byte.toUnsignedInt(data[0]) % READERS.size()).fault(input, FOLDER);
    if (fault.isPresent()) {
      throw new IllegalStateException(fault.get().kind() + "\n" + fault.get().evidence());
    }
  }

  private static Optional<Fault> program(String name, Specimen input, Path folder)
      throws IOException {
    return PROGRAM.fault(Specimen.checked(input.story(), name, input.bytes()), folder);
  }

  private static Optional<Fault> result(Specimen input, Path folder) throws IOException {
    String name = "result.json";
    return PROGRAM.fault(
        Specimen.checked(input.story(), name, input.bytes())
            .calling("report", Specimen.FOLDER + "/" + name),
        folder);
  }

  private static Optional<Fault> configuration(Specimen input, Path folder) throws IOException {
    String in = Specimen.FOLDER + "/";
    return PROGRAM.fault(
        Specimen.checked(input.story(), "trailproof.yaml", input.bytes())
            .and("plan.json", Files.readAllBytes(PLAN))
            .calling("check", "--config", in + "trailproof.yaml", in + "plan.json"),
        folder);
  }

  /** Writes what jazzer starts from into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Seeds seeds = Seeds.found();
    BesideMakers beside = new BesideMakers(seeds);
    ResultMakers result = new ResultMakers(seeds);
    Random random = FuzzTarget.random(1);
    Map<Integer, FuzzTarget.Maker> makers =
        Map.ofEntries(
            entry(0, one -> Specimen.text("", seeds.plan(one).bytes())),
            entry(1, one -> Specimen.text("", seeds.template(one).bytes())),
            entry(2, beside::configuration),
            entry(3, Engines.changing(Engines.patterns())),
            entry(4, Engines.changing(Engines.QUERIES)),
            entry(5, Engines.changing(Engines.RULES)),
            entry(6, Engines.changing(Engines.POLICIES)),
            entry(7, Engines.changing(Engines.EVENT_PATTERNS)),
            entry(8, Engines.changing(Engines.EXPRESSIONS)),
            entry(9, one -> Specimen.text("", seeds.source(one).bytes())),
            entry(10, one -> Specimen.text("", seeds.plan(one).bytes())),
            entry(11, one -> one.nextBoolean() ? result.whole(one) : result.lines(one)));
    for (Map.Entry<Integer, FuzzTarget.Maker> maker : makers.entrySet()) {
      for (int i = 0; i < SEEDS_OF_EACH; i++) {
        byte[] bytes = maker.getValue().make(random).bytes();
        byte[] prefix = {maker.getKey().byteValue()};
        Files.write(
            folder.resolve(maker.getKey() + "-" + i), ByteMutator.replaced(bytes, 0, 0, prefix));
      }
    }
  }
}
