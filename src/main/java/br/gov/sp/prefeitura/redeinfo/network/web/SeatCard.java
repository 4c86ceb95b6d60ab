package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.network.web.DirectoryQueries.SeatHolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of a body's seats as the public sees it.
 *
 * @param holder {@code null} when the seat is vacant
 */
record SeatCard(Track track, Seat seat, SeatHolder holder) {

  static List<SeatCard> all(Map<Long, List<SeatHolder>> holders, Body body) {
    List<SeatHolder> held = holders.getOrDefault(body.id(), List.of());
    List<SeatCard> cards = new ArrayList<>();
    for (Track track : Track.values()) {
      for (Seat seat : Seat.values()) {
        cards.add(
            new SeatCard(
                track,
                seat,
                held.stream()
                    .filter(holder -> holder.track() == track && holder.seat() == seat)
                    .findFirst()
                    .orElse(null)));
      }
    }
    return cards;
  }
}
