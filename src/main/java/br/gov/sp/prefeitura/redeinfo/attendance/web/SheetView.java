package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.SheetSearch;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a sheet somebody looks at, as it stands in the address.
 *
 * @param q words of names and acronyms, or {@code null}
 * @param show {@code null} for everybody
 * @param after the person behind whom the page begins, or {@code null}
 */
record SheetView(String q, AttendanceStatus show, Long after) {

  SheetSearch search() {
    return new SheetSearch(q, show, after);
  }

  public boolean isFiltered() {
    return show != null || !search().text().isEmpty();
  }

  /** The address of the same look from another place on; {@code null} for the beginning. */
  String address(long event, Long from) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/attendance/" + event);
    String text = search().text();
    if (!text.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (show != null) {
      address.queryParam("show", show);
    }
    if (from != null) {
      address.queryParam("after", from);
    }
    return address.encode().buildAndExpand(Map.of("q", text)).toUriString();
  }

  /** The address that shows these alone; {@code null} for everybody. */
  public String of(long event, AttendanceStatus status) {
    return new SheetView(q, status, null).address(event, null);
  }
}
