package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Unquoted;
import io.trailproof.input.InputFormat;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.function.Function;

/** What a file turned out to be. */
sealed interface Recognition {
  /**
   * An input, or several of one format in one file.
   *
   * @param parts the file itself, or what of it is an input
   */
  record Inputs(List<SourceFile> parts, InputFormat format) implements Recognition {
    public Inputs {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R match(
        Function<Inputs, R> inputs, Function<Other, R> other, Function<Broken, R> broken) {
      return inputs.apply(this);
    }
  }

  /**
   * Something else, whole: another tool's, or nobody's. Nothing of it is shown, since nobody knows
   * what in it is secret.
   */
  record Other(Diagnostic what) implements Recognition {
    public Other {
      what = Unquoted.once(what);
    }

    @Override
    public <R> R match(
        Function<Inputs, R> inputs, Function<Other, R> other, Function<Broken, R> broken) {
      return other.apply(this);
    }
  }

  /** What may be or hold an input and cannot be read as one. */
  record Broken(List<Diagnostic> why) implements Recognition {
    public Broken {
      why = List.copyOf(why);
    }

    @Override
    public <R> R match(
        Function<Inputs, R> inputs, Function<Other, R> other, Function<Broken, R> broken) {
      return broken.apply(this);
    }
  }

  /** Applies the function of the case at hand. */
  <R> R match(Function<Inputs, R> inputs, Function<Other, R> other, Function<Broken, R> broken);
}
