package io.trailproof.edit;

import io.trailproof.remedy.Alteration;
import java.util.List;

/** Finds the places in files of one notation at which changes are made. */
public interface Editor {
  /** What some changes come to. */
  Edits edits(List<Alteration> changes);
}
