package br.gov.sp.prefeitura.redeinfo.privacy.web;

import br.gov.sp.prefeitura.redeinfo.privacy.domain.Kinds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is collected and why, for everybody. */
@Controller
class PrivacyNotice {

  private final Kinds kinds;
  private final KindWords words;

  PrivacyNotice(Kinds kinds, KindWords words) {
    this.kinds = kinds;
    this.words = words;
  }

  @GetMapping("/privacy-notice")
  String show(Model model) {
    model.addAttribute("kinds", words.of(kinds.all()));
    return "privacy/notice";
  }
}
