package br.gov.sp.prefeitura.redeinfo.notification.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.notification.domain.NoticeArchive;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything a person was told. */
@Controller
class NoticesPage {

  private final NoticeArchive archive;
  private final CurrentPerson currentPerson;

  NoticesPage(NoticeArchive archive, CurrentPerson currentPerson) {
    this.archive = archive;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/notices")
  String own(@RequestParam(required = false) String before, Model model) {
    Position position = Position.parse(before);
    model.addAttribute("page", archive.own(currentPerson.require().personId(), position));
    model.addAttribute("isFirst", position.equals(Position.NEWEST));
    return "notification/notices";
  }
}
