package br.gov.sp.prefeitura.redeinfo.audit.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param addressRetention how long the network address of a request is kept with its entry
 */
@ConfigurationProperties("rede-info.audit")
record AuditProperties(@DefaultValue("180d") Duration addressRetention) {}
