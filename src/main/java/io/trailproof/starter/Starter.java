package io.trailproof.starter;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dialect that a chain can be written in. */
public enum Starter {
  /** One module in one file. */
  TERRAFORM("terraform") {
    @Override
    public List<String> proof(Wanted wanted, String file, UnaryOperator<String> check) {
      return List.of(
          "terraform plan -out=tfplan",
          "terraform show -json tfplan > plan.json",
          check.apply(placed(wanted, "plan.json")));
    }

    @Override
    public String write(Wanted wanted, List<String> proof) {
      return TerraformStarter.of(wanted, String.join("\n", proof));
    }
  },
  /** One template in YAML. */
  CLOUDFORMATION("cloudformation") {
    @Override
    public List<String> proof(Wanted wanted, String file, UnaryOperator<String> check) {
      String name = ORDINARY.matcher(file).matches() ? file : "template.yaml";
      return List.of(check.apply(placed(wanted, name)));
    }

    @Override
    public String write(Wanted wanted, List<String> proof) {
      return CloudFormationStarter.of(wanted, String.join("\n", proof));
    }
  };

  /** A name that a shell takes as it is. */
  private static final Pattern ORDINARY = Pattern.compile("[\\w./][\\w./-]*");

  private final String word;

  Starter(String word) {
    this.word = word;
  }

  /** An input, with where it goes: that has to be known where it meets what exists. */
  private static String placed(Wanted wanted, String input) {
    return wanted.existing().isEmpty()
        ? input
        : "--region "
            + wanted.regions().stream().findFirst().orElse("REGION")
            + " --account "
            + wanted.account().orElse("ACCOUNT")
            + " "
            + input;
  }

  /** The word by which it is asked for. */
  public String word() {
    return word;
  }

  /** That of a word, if it is one. */
  public static Optional<Starter> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /**
   * The commands that prove it.
   *
   * @param file what it is written to
   * @param check the last of them, by what it checks
   */
  public abstract List<String> proof(Wanted wanted, String file, UnaryOperator<String> check);

  /**
   * The text of a chain.
   *
   * @param proof the commands that prove it, which a comment names
   */
  public abstract String write(Wanted wanted, List<String> proof);
}
