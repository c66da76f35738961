package io.trailproof.report.told;

import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.OtherWay;
import io.trailproof.document.BrokenJson;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of a rule as a result tells them: by the ways that count, and by the others. */
final class ToldEvents {
  private static final String VERDICT = "verdict";

  private final ToldChains chains;
  private final ToldResources resources = new ToldResources();
  private final Table whole;
  private final Map<String, Table> accounts = new LinkedHashMap<>();
  private final List<AccountProofs> proofsOfAccounts = new ArrayList<>();

  /**
   * The events of the deployment, or of one of its accounts.
   *
   * @param others by each way that does not count, those that the counting ones do not prove
   */
  private record Table(List<EventProof> proofs, Map<Chain, List<EventProof>> others) {}

  private ToldEvents(Members rule, ToldChains chains) throws BrokenJson {
    this.chains = chains;
    this.whole = table(rule);
    for (Members one : rule.objectsIfAny("accounts", any -> any)) {
      String number = one.said("account");
      Table table = table(one);
      AccountProofs account = new AccountProofs(number, one.said("words"), table.proofs());
      one.agree(one.text(VERDICT), account.verdict().word());
      if (accounts.put(number, table) != null) {
        throw one.refused(ResultError.NOT_THE_SHAPE, "accounts", "a list of different accounts");
      }
      proofsOfAccounts.add(account);
    }
  }

  /** Those of a rule. */
  static ToldEvents of(Members rule, ToldChains chains) throws BrokenJson {
    return new ToldEvents(rule, chains);
  }

  private Table table(Members holder) throws BrokenJson {
    List<EventProof> proofs = new ArrayList<>();
    Map<Chain, List<EventProof>> others = new LinkedHashMap<>();
    int open = 0;
    for (Members one : holder.objects("events", any -> any)) {
      Event event = Event.call(one.own("event"), "");
      EventProof proof = ToldPath.proof(event, one, chains, resources);
      proofs.add(proof);
      if (proof.verdict() != Verdict.PASS) {
        open++;
        for (Members other : one.objects("otherWays", any -> any)) {
          EventProof another = ToldPath.proof(event, other, chains, resources);
          others.computeIfAbsent(another.chain(), any -> new ArrayList<>()).add(another);
        }
        for (List<EventProof> some : others.values()) {
          if (some.size() != open) {
            throw one.refused(ResultError.NOT_THE_SHAPE, "otherWays", "the ways of all events");
          }
        }
      }
    }
    return new Table(proofs, others);
  }

  /** One proof for each event. */
  List<EventProof> proofs() {
    return whole.proofs();
  }

  /** Those of each account, where there are several. */
  List<AccountProofs> accounts() {
    return proofsOfAccounts;
  }

  /** What the ways make of the events that do not count. */
  List<OtherWay> otherWays(Members rule) throws BrokenJson {
    List<OtherWay> ways = new ArrayList<>();
    for (Map.Entry<Chain, List<EventProof>> way : whole.others().entrySet()) {
      List<AccountProofs> each = new ArrayList<>();
      for (AccountProofs account : proofsOfAccounts) {
        Table table = accounts.get(account.account());
        List<EventProof> some =
            table == null ? List.of() : table.others().getOrDefault(way.getKey(), List.of());
        if (some.isEmpty() && account.verdict() != Verdict.PASS) {
          throw rule.refused(ResultError.NOT_THE_SHAPE, "otherWays", "the ways of all accounts");
        }
        each.add(new AccountProofs(account.account(), account.words(), some));
      }
      ways.add(new OtherWay(way.getKey(), way.getValue(), each, chains.settledBy(way.getKey())));
    }
    return ways;
  }
}
