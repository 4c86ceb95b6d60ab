package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.LapsedRows.Part;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when certificates name their holder: as long as the paper would be kept. */
@Configuration(proxyBeanMethods = false)
class CertificateRetention {

  @Bean
  Retention certificateHolders(JdbcClient jdbc) {
    return new LapsedRows(
        "certificate-holders",
        jdbc,
        Part.deleting(
            "certificate_file",
            """
            EXISTS (SELECT FROM certificate c
                     WHERE c.id = t.certificate_id AND c.issued_at < :before)
            """),
        Part.clearing(
            "certificate",
            "person_name = '—', revoked_reason = CASE WHEN revoked_at IS NOT NULL THEN '—' END",
            """
            t.person_name <> '—' AND t.issued_at < :before
            """));
  }
}
