package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.List;
import java.util.Optional;

/** Contributes a module's parts to the start page; each module may implement its own. */
public interface HomeContribution {

  /** The parts for this viewer; empty viewer: nobody is signed in. */
  List<PageSection> sectionsFor(Optional<Viewer> viewer);
}
