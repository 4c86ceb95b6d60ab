package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows.Part;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when notices are kept: their words name people. */
@Configuration(proxyBeanMethods = false)
class NoticeRetention {

  @Bean
  Retention notices(JdbcClient jdbc) {
    return new LapsedRows(
        "notification-notices",
        jdbc,
        Part.deleting(
            "notice",
            """
            t.created_at < :before AND t.state <> 'waiting'
            """));
  }
}
