package io.trailproof.input.terraform.place;

import io.trailproof.document.Node;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.ConfiguredExpression;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.ProviderConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts of instances, which a plan never states (section 9). Equal credentials are one
 * account, and providers that state none share those of the environment; credentials themselves are
 * never shown.
 */
public final class Accounts {
  private static final String WHOLE_FILE = "";

  /** Data sources that find things of their own account only; others may be given a foreign ARN. */
  private static final Set<String> AT_HOME =
      Set.of("aws_cloudwatch_log_group", "aws_sns_topic", "aws_iam_role", "aws_kms_alias");

  private final Providers providers;
  private final OwnPlace own;
  private final Optional<Value> stated;
  private final String input;
  private final Map<String, String> credentials = new HashMap<>();
  private final Map<String, String> firstKey = new HashMap<>();
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
          credential(provider, "access_key")
              + credential(provider, "profile")
              + credential(provider, "assume_role", "role_arn")
              + credential(provider, "assume_role_with_web_identity", "role_arn");
      credentials.put(key, secret);
      firstKey.putIfAbsent(secret, key);
    }
    state.all().forEach(this::look);
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
    if (!key.isEmpty()) {
      account.ifPresent(one -> seen.add(credentialsOf(key), one));
    }
  }

  private String credential(ProviderConfig provider, String... path) {
    String key = provider.key();
    if (providers.written(key, path) == null) {
      return "";
    }
    return String.join(".", path)
        + "="
        + providers
            .text(key, path)
            .orElseGet(() -> provider.module() + providers.references(key, path))
        + ";";
  }

  private String credentialsOf(String key) {
    return credentials.getOrDefault(key, "");
  }

  public Value of(PlannedInstance live) {
    String key = providers.key(live);
    String first = firstKey.getOrDefault(credentialsOf(key), key);
    String whose = first.isEmpty() ? "this file" : "provider `" + first + "`";
    return own.account(live)
        .or(() -> seen.only(credentialsOf(key)))
        .or(() -> assumed(key))
        .or(() -> onlyAllowed(key))
        .or(() -> own.accountOfLogGroup(live))
        .or(() -> key.isEmpty() ? everywhere.only(WHOLE_FILE) : Optional.empty())
        .<Value>map(account -> Value.text(account, Origin.NOWHERE))
        .or(() -> stated)
        .orElseGet(() -> new Value.Symbol("account of " + whose, input, Origin.NOWHERE));
  }

  private Optional<String> assumed(String key) {
    return providers.text(key, "assume_role", "role_arn").flatMap(Arn::accountIn);
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
