package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.Optional;

/** A line above every page, for what everybody should know while it lasts. */
public interface LayoutStrip {

  /** Empty when there is nothing to say. */
  Optional<PageSection> strip();
}
