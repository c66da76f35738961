package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputFormat;
import io.trailproof.source.ReadProgress;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Inputs that are judged each by itself, handed on one after another as they are opened; none is
 * kept, so that there may be any number of them.
 */
public final class EachInput {
  private final Opener opener;
  private final Selection.Request request;
  private final List<Diagnostic> faults = new ArrayList<>();
  private final List<OpenedFile> ofOneFile = new ArrayList<>();
  private final Consumer<List<DeploymentFiles>> taker;

  /**
   * What the command line asks for.
   *
   * @param taker takes the deployments of one file: one, or those of the plans that it holds
   */
  public EachInput(
      Selection.Request request,
      List<InputFormat> formats,
      InputStream standardInput,
      ReadProgress progress,
      Consumer<List<DeploymentFiles>> taker) {
    this.request = request;
    this.taker = taker;
    this.opener =
        new Opener(formats, standardInput, request.skipUnrecognised(), progress, this::take);
  }

  /** Opens everything. */
  public void openAll() {
    request.arguments().forEach(opener::add);
    handOn();
  }

  private void take(OpenedFile one) {
    if (!ofOneFile.isEmpty() && !ofOneFile.get(0).path().equals(one.path())) {
      handOn();
    }
    ofOneFile.add(one);
  }

  private void handOn() {
    Grouping grouping = new Grouping(ofOneFile, List.of(), request.requireAll());
    List<DeploymentFiles> deployments = grouping.each();
    faults.addAll(grouping.faults());
    ofOneFile.clear();
    if (!deployments.isEmpty()) {
      taker.accept(deployments);
    }
  }

  /** What could not be opened or recognised; known when all are opened. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(opener.diagnostics());
    all.addAll(faults);
    return all;
  }

  /** How many files were left out because they are no inputs. */
  public int others() {
    return opener.others();
  }

  /** How many files and folders were left out because git ignores them. */
  public int ignored() {
    return opener.ignored();
  }
}
