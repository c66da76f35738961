package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.PatternDoubt;
import io.trailproof.aws.filterpattern.syntax.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What reading a pattern led to. */
public sealed interface Parsed {
  <R> R match(Function<Accepted, R> accepted, Function<Rejected, R> rejected);

  /** The pattern, if the service takes it. */
  default Optional<FilterPattern> accepted() {
    return match(accepted -> Optional.of(accepted.pattern()), rejected -> Optional.empty());
  }

  /** The service takes the pattern, as far as is known. */
  record Accepted(FilterPattern pattern, List<PatternDoubt> doubts) implements Parsed {
    public Accepted {
      doubts = List.copyOf(doubts);
    }

    @Override
    public <R> R match(Function<Accepted, R> accepted, Function<Rejected, R> rejected) {
      return accepted.apply(this);
    }
  }

  /** The service would refuse the pattern; at least one reason, in the order of the text. */
  record Rejected(List<Rejection> rejections) implements Parsed {
    public Rejected {
      rejections = List.copyOf(rejections);
    }

    @Override
    public <R> R match(Function<Accepted, R> accepted, Function<Rejected, R> rejected) {
      return rejected.apply(this);
    }
  }
}
