package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** A bean of the demonstration: never in production, whatever the properties say. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("!production")
@ConditionalOnProperty("rede-info.demonstration.enabled")
public @interface ConditionalOnDemonstration {}
