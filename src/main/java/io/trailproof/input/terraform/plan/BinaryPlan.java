package io.trailproof.input.terraform.plan;

import io.trailproof.diagnostic.Diagnostic;

/**
 * The zip that {@code terraform plan -out} writes; told by its first bytes, since it is no text.
 */
public final class BinaryPlan {
  /** How many bytes tell. */
  public static final int HEAD = 4;

  private BinaryPlan() {}

  /** True if a file begins as a zip does. */
  public static boolean isOne(byte[] head) {
    return head.length >= HEAD && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** What to say about such a file. */
  public static Diagnostic refusal(String input) {
    return Diagnostic.errorWithoutPlace(
        "binary-plan",
        "this is a binary plan",
        input,
        "run `terraform show -json " + input + " > plan.json` and check that file");
  }
}
