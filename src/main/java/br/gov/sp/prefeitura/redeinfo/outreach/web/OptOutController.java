package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.outreach.domain.OptOuts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Takes an address off the list of invitations, for whoever holds the link of its letter: by the
 * page's one button, or by the mail program's own (RFC 8058), which sends no cookie and reads no
 * page. Opening the link alone changes nothing: programs that look at links in mails open it too.
 */
@Controller
@RequestMapping("/opt-out/{token:[A-Za-z0-9_-]{1,100}}")
class OptOutController {

  private final OptOuts optOuts;

  OptOutController(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  @GetMapping
  String ask(@PathVariable String token, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("optedOut", optOuts.isOptedOut(token));
    return "outreach/opt-out";
  }

  @PostMapping(params = "List-Unsubscribe=One-Click")
  ResponseEntity<Void> byMailProgram(@PathVariable String token) {
    optOuts.optOut(token);
    return ResponseEntity.noContent().build();
  }

  @PostMapping
  String byPage(@PathVariable String token) {
    optOuts.optOut(token);
    return "redirect:/opt-out/" + token;
  }
}
