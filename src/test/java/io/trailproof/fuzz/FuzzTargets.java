package io.trailproof.fuzz;

import java.io.IOException;
import java.util.List;

/** Everything that is read, with what must hold of it. */
final class FuzzTargets {
  private static final int FEW = 6;
  private static final int PAIRS = 4;
  private static final int MANY = 200;

  private final Seeds seeds;

  FuzzTargets(Seeds seeds) {
    this.seeds = seeds;
  }

  List<FuzzTarget> all() throws IOException {
    FuzzTarget.Oracle run = new Outputs();
    InputMakers input = new InputMakers(seeds);
    BesideMakers beside = new BesideMakers(seeds);
    SecretMakers secret = new SecretMakers(seeds);
    ResultMakers result = new ResultMakers(seeds);
    Laws law = new Laws(seeds);
    return List.of(
        new FuzzTarget("plan-bytes", FEW, input::planBytes, run),
        new FuzzTarget("plan-cut", FEW, input::planCut, run),
        new FuzzTarget("plan-tree", FEW, input::planTree, run),
        new FuzzTarget("plan-texts", FEW, input::planTexts, run),
        new FuzzTarget("template-bytes", FEW, input::templateBytes, run),
        new FuzzTarget("template-tree", FEW, input::templateTree, run),
        new FuzzTarget("template-texts", FEW, input::templateTexts, run),
        new FuzzTarget("assembly", FEW, input::assembly, run),
        new FuzzTarget("configuration", FEW, beside::configuration, run),
        new FuzzTarget("parameters", FEW, beside::parameters, run),
        new FuzzTarget("sources", FEW, beside::sources, run),
        new FuzzTarget("archive", FEW, beside::archive, run),
        new FuzzTarget("record", FEW, beside::record, run),
        new FuzzTarget("pattern", FEW, beside.pattern(Engines.patterns()), run),
        new FuzzTarget("own-rule", FEW, beside::ownRule, run),
        new FuzzTarget("result", FEW, result::whole, run),
        new FuzzTarget("result-lines", FEW, result::lines, run),
        new FuzzTarget("result-joined", FEW, result::joined, run),
        new FuzzTarget("result-cut", FEW, result::cut, run),
        new FuzzTarget("accepting", FEW, result::accepting, run),
        new FuzzTarget("accepted", FEW, result::accepted, run),
        new FuzzTarget("secret-result", FEW, result::secret, run),
        new FuzzTarget("secret-result-members", FEW, result::strangers, run),
        new FuzzTarget("secret-plan", FEW, secret::plan, run),
        new FuzzTarget("secret-template", FEW, secret::template, run),
        new FuzzTarget("secret-template-names", FEW, secret::templateNames, run),
        new FuzzTarget("secret-parameters", FEW, secret::parameters, run),
        new FuzzTarget("secret-configuration", FEW, secret::configuration, run),
        new FuzzTarget("law-plan-forgets", PAIRS, law::planForgets, Laws::less),
        new FuzzTarget("law-plan-order", PAIRS, law::planOrder, Laws::same),
        new FuzzTarget("law-plan-removes", PAIRS, law::planRemoves, Laws::notBetter),
        new FuzzTarget("law-template-forgets", PAIRS, law::templateForgets, Laws::less),
        new FuzzTarget("law-template-condition", PAIRS, law::templateCondition, Laws::less),
        new FuzzTarget("law-template-order", PAIRS, law::templateOrder, Laws::same),
        engine("engine-pattern", Engines.changing(Engines.patterns()), Engines::pattern),
        engine("engine-query", Engines.changing(Engines.QUERIES), Engines::query),
        engine("engine-composite", Engines.changing(Engines.RULES), Engines::composite),
        engine("engine-policy", Engines.changing(Engines.POLICIES), Engines::policy),
        engine("engine-event", Engines.changing(Engines.EVENT_PATTERNS), Engines::eventPattern),
        engine("engine-expression", Engines.changing(Engines.EXPRESSIONS), Engines::expression),
        engine("engine-source", Engines.source(seeds), Engines::source));
  }

  private static FuzzTarget engine(String name, FuzzTarget.Maker maker, Engines.Reading reading) {
    return new FuzzTarget(name, MANY, maker, Engines.reads(reading));
  }
}
