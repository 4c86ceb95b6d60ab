package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.List;
import java.util.Optional;

/** Contributes a module's entries to the main navigation; each module implements its own. */
public interface NavigationSource {

  /** The entries this viewer may follow; empty viewer: nobody is signed in. */
  List<NavigationLink> linksFor(Optional<Viewer> viewer);
}
