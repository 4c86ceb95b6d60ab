package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.network.PersonsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps sheets sorted when people's names or bodies change, in the same transaction. */
@Component
class NameKeeper {

  private final SheetRepository sheet;

  NameKeeper(SheetRepository sheet) {
    this.sheet = sheet;
  }

  @EventListener
  void renew(PersonsChanged changed) {
    sheet.renew(changed.personIds());
  }
}
