package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows.Part;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when sheets say who came, and why somebody did not. Their counts stay. */
@Configuration(proxyBeanMethods = false)
class AttendanceRetention {

  @Bean
  Retention attendanceReasons(JdbcClient jdbc) {
    return new LapsedRows(
        "attendance-reasons",
        jdbc,
        Part.clearing(
            "attendance_correction",
            "reason = '—'",
            """
            t.reason <> '—'
            AND EXISTS (SELECT FROM attendance_event e
                         WHERE e.id = t.event_id AND e.state <> 'OPEN' AND e.ends_at < :before)
            """),
        Part.clearing(
            "attendance_entry",
            "reason = '—'",
            """
            t.reason <> '—'
            AND EXISTS (SELECT FROM attendance_event e
                         WHERE e.id = t.event_id AND e.state <> 'OPEN' AND e.ends_at < :before)
            """));
  }

  @Bean
  Retention attendanceSheets(JdbcClient jdbc) {
    return new LapsedRows(
        "attendance-sheets",
        jdbc,
        Part.deleting(
            "attendance_entry",
            """
            EXISTS (SELECT FROM attendance_event e
                     WHERE e.id = t.event_id AND e.state <> 'OPEN' AND e.ends_at < :before)
            """));
  }
}
