package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.Optional;

/** Tells the layout who is looking; implemented by a module that knows the signed-in person. */
public interface ViewerSource {

  Optional<Viewer> find();
}
