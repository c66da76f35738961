package io.trailproof.input.terraform.place;

import static java.util.stream.Collectors.joining;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.document.Node;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.ProviderConfig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The accounts of instances, which a plan never states (section 9). Equal credentials are one
 * account, and providers that state none share those of the environment; credentials themselves are
 * never shown.
 */
public final class Accounts {
  private static final String WHOLE_FILE = "";
  private static final String CLOUD_CONTROL = "awscc";

  /** How credentials begin that are given as they are. */
  private static final String KEY = "access_key=";

  /** Data sources that find things of their own account only; others may be given a foreign ARN. */
  private static final Set<String> AT_HOME =
      Set.of("aws_cloudwatch_log_group", "aws_sns_topic", "aws_iam_role", "aws_kms_alias");

  /** The arguments of a provider that say whose account it works in. */
  private static final List<String[]> CREDENTIALS =
      List.of(
          new String[] {"access_key"},
          new String[] {"profile"},
          new String[] {"shared_config_files"},
          new String[] {"shared_credentials_files"},
          new String[] {"assume_role", "role_arn"},
          new String[] {"assume_role_with_web_identity", "role_arn"});

  private final Providers providers;
  private final OwnPlace own;
  private final Optional<Value> stated;
  private final String input;
  private final Map<String, String> credentials = new HashMap<>();
  private final Map<String, String> firstKey = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> borrowing = new HashSet<>();
  private final Evidence seen = new Evidence();
  private final Evidence everywhere = new Evidence();

  /**
   * @param stated the user's word for what names no account
   */
  public Accounts(
      PlannedState state, Providers providers, OwnPlace own, Optional<Value> stated, String input) {
    this.providers = providers;
    this.own = own;
    this.stated = stated;
    this.input = input;
    for (ProviderConfig provider : providers.all()) {
      String key = provider.key();
      String secret =
          CREDENTIALS.stream().map(path -> credential(provider, path)).collect(joining());
      credentials.put(key, secret);
      firstKey.putIfAbsent(secret, key);
      if (CREDENTIALS.stream().anyMatch(path -> providers.isOneOfSeveral(key, path))) {
        repeated.add(key);
      }
    }
    borrow();
    state.all().forEach(this::look);
  }

  /**
   * The Cloud Control provider, if it is given none, works with the credentials of the other,
   * unless the other takes a profile or a role with them.
   */
  private void borrow() {
    List<String> others =
        providers.all().stream()
            .filter(one -> !isCloudControl(one))
            .map(one -> credentials.getOrDefault(one.key(), ""))
            .distinct()
            .toList();
    for (ProviderConfig one : providers.all()) {
      if (isCloudControl(one)
          && credentials.getOrDefault(one.key(), "").isEmpty()
          && one.isDefault()
          && others.size() == 1
          && others.get(0).startsWith(KEY)
          && others.get(0).indexOf(';') == others.get(0).length() - 1) {
        credentials.put(one.key(), others.get(0));
        borrowing.add(one.key());
      }
    }
  }

  private static boolean isCloudControl(ProviderConfig provider) {
    return provider.source().endsWith(CLOUD_CONTROL);
  }

  /** What the account of an instance rests on, if its provider is given no credentials. */
  public Optional<Premise> borrowed(PlannedInstance live) {
    return borrowing.contains(providers.key(live))
        ? Optional.of(
            new Premise(
                Assumed.PROVIDER_ACCOUNT,
                "provider `awscc`, which is given no credentials, works in the account of provider"
                    + " `aws`",
                Optional.empty(),
                live.address().text(),
                Premise.Reach.PROOF))
        : Optional.empty();
  }

  private void look(PlannedInstance live) {
    String key = providers.key(live);
    Instance instance = live.instance();
    Optional<String> account = Optional.empty();
    if (instance.type().equals(DataSources.IDENTITY)) {
      account = instance.text("account_id");
    } else if (!instance.data() || AT_HOME.contains(instance.type())) {
      account = own.account(live);
      account.ifPresent(one -> everywhere.add(WHOLE_FILE, one));
    }
    if (!key.isEmpty() && !repeated.contains(key)) {
      account.ifPresent(one -> seen.add(credentialsOf(key), one));
    }
  }

  private String credential(ProviderConfig provider, String... path) {
    String key = provider.key();
    Node written = providers.written(key, path);
    if (written == null) {
      return "";
    }
    // A text means the same in every file, what it refers to means it in its own module.
    return String.join(".", path)
        + "="
        + providers
            .text(key, path)
            .orElseGet(() -> input + " " + provider.module() + " " + written.span().text())
        + ";";
  }

  /** Of a configuration that cannot be told, those that all share, if they do. */
  private String credentialsOf(String key) {
    String own = credentials.get(key);
    if (own != null || key.isEmpty()) {
      return own == null ? "" : own;
    }
    return firstKey.size() > 1 ? input + " " + key : String.join("", firstKey.keySet());
  }

  public Value of(PlannedInstance live) {
    String key = providers.key(live);
    Optional<String> told = own.account(live);
    if (repeated.contains(key)) {
      return told.map(Accounts::text).orElseGet(() -> Providers.oneOfSeveral(key));
    }
    return told.or(() -> seen.only(credentialsOf(key)))
        .or(() -> assumed(key))
        .or(() -> onlyAllowed(key))
        .or(() -> own.accountOfLogGroup(live))
        .or(() -> key.isEmpty() ? everywhere.only(WHOLE_FILE) : Optional.empty())
        .map(Accounts::text)
        .or(() -> stated)
        .orElseGet(() -> symbol(key));
  }

  private static Value text(String account) {
    return Value.text(account, Origin.NOWHERE);
  }

  /** The account of some credentials; without any it is that in which everything is made. */
  private Value symbol(String key) {
    String secret = credentialsOf(key);
    String first = firstKey.getOrDefault(secret, key);
    String whose = first.isEmpty() ? "this file" : "provider `" + first + "`";
    String scope = secret.isEmpty() ? Place.OWN : secret; // a scope is compared and never shown
    return new Value.Symbol("account of " + whose, scope, Origin.NOWHERE);
  }

  /** The account of the role that is assumed in the end. */
  private Optional<String> assumed(String key) {
    return Stream.of("assume_role", "assume_role_with_web_identity")
        .filter(block -> providers.written(key, block) != null)
        .findFirst()
        .flatMap(block -> providers.text(key, block, "role_arn"))
        .flatMap(Arn::accountIn);
  }

  /** Terraform refuses to work in an account that is not allowed. */
  private Optional<String> onlyAllowed(String key) {
    return Optional.ofNullable(providers.written(key, "allowed_account_ids"))
        .flatMap(Node::asMapping)
        .filter(written -> ConfiguredExpression.of(written).references().isEmpty())
        .flatMap(written -> written.get("constant_value"))
        .flatMap(Node::asSequence)
        .filter(accounts -> accounts.items().size() == 1)
        .flatMap(accounts -> accounts.items().get(0).asString());
  }
}
