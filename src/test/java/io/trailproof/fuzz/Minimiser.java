package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the file of a faulty case smaller for as long as it shows the same kind of fault. */
final class Minimiser {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What says that a value is secret. */
  private static final Pattern MARK =
      Pattern.compile(".*[sS]ensitive.*|NoEcho|FuzzHidden|Parameters");

  /** How often the oracle may be asked. */
  private static final int TRIALS = 600;

  private final FuzzTarget.Oracle oracle;
  private final String kind;
  private final Path folder;
  private int trials;
  private Specimen best;

  private Minimiser(Specimen specimen, Fault fault, FuzzTarget.Oracle oracle, Path folder) {
    this.oracle = oracle;
    this.kind = fault.kind();
    this.folder = folder;
    this.best = specimen;
  }

  /** The smallest that is found within a bound. */
  static Specimen minimised(Specimen specimen, Fault fault, FuzzTarget.Oracle oracle, Path folder)
      throws IOException {
    Minimiser minimiser = new Minimiser(specimen, fault, oracle, folder);
    minimiser.members();
    if (specimen.secrets().isEmpty()) { // what says that it is secret must stay
      minimiser.chunks();
    }
    return minimiser.best;
  }

  /** Takes it if it shows the fault. */
  private boolean take(byte[] bytes) throws IOException {
    trials++;
    Specimen smaller = best.with(bytes);
    Optional<Fault> fault;
    try {
      fault = oracle.fault(smaller, folder);
    } catch (RuntimeException | StackOverflowError e) {
      fault = Optional.of(Fault.thrown(e));
    }
    if (fault.isEmpty() || !fault.get().kind().equals(kind)) {
      return false;
    }
    best = smaller;
    return true;
  }

  /** Takes members and items out of a JSON text, the large ones first. */
  private void members() throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(best.bytes());
    } catch (IOException e) {
      return;
    }
    if (root == null || !root.isContainerNode() || !take(TreeMutator.bytes(root, true))) {
      return;
    }
    int at = 0;
    while (trials < TRIALS) {
      JsonNode smaller = root.deepCopy();
      List<TreeMutator.Slot> slots = TreeMutator.slots(smaller);
      if (at >= slots.size()) {
        return;
      }
      boolean isMark = !best.secrets().isEmpty() && MARK.matcher(slots.get(at).key()).matches();
      slots.get(at).remove();
      if (!isMark && take(TreeMutator.bytes(smaller, true))) {
        root = smaller;
      } else {
        at++;
      }
    }
  }

  /** Takes parts out of any text, the large ones first. */
  private void chunks() throws IOException {
    for (int size = best.bytes().length / 2; size > 0 && trials < 2 * TRIALS; size /= 2) {
      int at = 0;
      while (at < best.bytes().length && trials < 2 * TRIALS) {
        int to = Math.min(best.bytes().length, at + size);
        if (!take(ByteMutator.replaced(best.bytes(), at, to, new byte[0]))) {
          at += size;
        }
      }
    }
  }
}
