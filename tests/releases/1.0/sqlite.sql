BEGIN TRANSACTION;
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
INSERT INTO "account_emailaddress" VALUES(1,1,1,1,'ada@example.org');
INSERT INTO "account_emailaddress" VALUES(2,0,0,1,'mkq7.ada.emailaddress.email~@example.org');
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "account_emailconfirmation" VALUES(1,'2026-11-23 14:30:42.435092',NULL,'mkq7.ada.emailconfirmation.key~',2);
CREATE TABLE "assessment_assessment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "version_id" bigint NOT NULL REFERENCES "assessment_catalogueversion" ("id") DEFERRABLE INITIALLY DEFERRED, "role" varchar(32) NOT NULL, "grade" varchar(32) NOT NULL, "language" varchar(2) NOT NULL, "answers" text NOT NULL CHECK ((JSON_VALID("answers") OR "answers" IS NULL)), "notes" text NOT NULL CHECK ((JSON_VALID("notes") OR "notes" IS NULL)), "started" datetime NOT NULL, "changed" datetime NOT NULL, "finished" datetime NULL, "owner_id" bigint NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "token_sha256" varchar(64) NULL UNIQUE, "link_until" datetime NULL, "notes_shared" datetime NULL, "notice" varchar(32) NOT NULL, "title" varchar(80) NOT NULL, "earlier_id" bigint NULL REFERENCES "assessment_assessment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "assessment_language_known" CHECK ("language" IN ('fr', 'en')), CONSTRAINT "assessment_has_target" CHECK ((NOT ("role" = '') AND NOT ("grade" = ''))), CONSTRAINT "assessment_changed_later" CHECK ("changed" >= ("started")), CONSTRAINT "assessment_finished_later" CHECK (("finished" IS NULL OR "finished" >= ("started"))), CONSTRAINT "assessment_link_has_end" CHECK ((("link_until" IS NULL AND "token_sha256" IS NULL) OR ("link_until" IS NOT NULL AND "token_sha256" IS NOT NULL))));
INSERT INTO "assessment_assessment" VALUES(1,'a76948a9e6894e4497b569ad98670db5',1,'devops','confirmed','en','{"T1": 3, "T2": 2, "T3": 1, "T4": 3, "T5": "dk", "T6": 2, "T7": 2, "G1": 2, "G2": "na", "G3": 1, "G4": 2, "G5": 1, "C1": 3, "C2": 4, "C3": 3, "C4": 2, "C5": 3, "P1": 3, "P2": 2, "P3": 2, "P4": 3, "P5": 4}','{}','2026-11-23 14:30:42.613259','2026-11-23 14:30:42.647277','2026-11-23 14:30:42.647277',1,NULL,NULL,NULL,'2026-11-23-df955aec','',NULL);
INSERT INTO "assessment_assessment" VALUES(2,'6c5947fd76ea4b2fa7b07d9d78c78172',1,'mlops','confirmed','en','{"T1": 3}','{"T1": "mine"}','2026-11-23 14:30:42.653041','2026-11-23 14:30:42.656956',NULL,1,NULL,NULL,NULL,'2026-11-23-df955aec','',NULL);
INSERT INTO "assessment_assessment" VALUES(3,'da7c18e26f4245f1a79003be331c175e',1,'mlops','junior','en','{"T1": 3, "T2": 2, "T3": 1, "T4": 3, "T5": "dk", "T6": 2, "T7": 2, "G1": 2, "G2": "na", "G3": 1, "G4": 2, "G5": 1, "C1": 3, "C2": 4, "C3": 3, "C4": 2, "C5": 3, "P1": 3, "P2": 2, "P3": 2, "P4": 3, "P5": 4}','{}','2026-11-23 14:30:42.953105','2026-11-23 14:30:42.969362','2026-11-23 14:30:42.969362',NULL,'ae70918cc5c5d2df20d4810135924074d8581212910627b289f670e564b8d604','2126-01-01 00:00:00',NULL,'2026-11-23-df955aec','',NULL);
INSERT INTO "assessment_assessment" VALUES(4,'9761116a6f7b42c6b5a0ff18a3780f71',1,'devops','junior','en','{"T1": 2}','{}','2026-11-23 14:30:42.971940','2026-11-23 14:30:42.971942',NULL,1,NULL,NULL,NULL,'mkq7.other.assessment.notice~','mkq7.other.assessment.title~',NULL);
INSERT INTO "assessment_assessment" VALUES(5,'5a8cbdfaf41d4434913b1647b4ab607a',1,'devops','senior','en','{"T1": 2, "T2": 1, "T3": 4, "T4": 1, "T5": "dk", "T6": "dk", "T7": "dk", "T8": "na", "G1": 3, "G2": 1, "G3": "dk", "G4": 0, "G5": "na", "C1": "na", "C2": 0, "C3": "dk", "C4": 4, "C5": 3, "C6": 1, "P1": 5, "P2": 0, "P3": 0, "P4": 0, "M1": 0, "M2": "na", "M3": 3, "M4": "na", "M5": 0, "M7": 3, "M8": "dk"}','{}','2026-11-10 12:00:00','2026-11-10 12:00:00','2026-11-10 12:00:00',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(6,'b52ced7d046a4da3b805eabca34f029b',1,'devops','senior','en','{"T1": "dk", "T3": 3, "T4": 5, "T5": 3, "T6": 3, "T7": "dk", "T8": 4, "G1": 0, "G2": "na", "G4": 1, "G5": 2, "C1": 4, "C2": 1, "C3": 5, "C5": "na", "P1": 3, "P2": 4, "P3": 4, "P4": "dk", "M1": "na", "M2": 0, "M3": "dk", "M4": 3, "M5": "na", "M6": "na", "M7": 2, "M8": 5}','{}','2026-11-10 12:00:01','2026-11-10 12:00:01','2026-11-10 12:00:01',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(7,'2940f2176d7e4b39b84e7af05b94154f',1,'devops','senior','en','{"T2": 5, "T3": 1, "T4": "dk", "T6": 1, "T7": 2, "G1": "na", "G2": 5, "G3": "dk", "G4": 0, "G5": "dk", "C1": 0, "C2": 4, "C3": "na", "C4": 2, "C5": 2, "P1": 3, "P2": 0, "P3": 3, "M1": 3, "M2": "na", "M4": 5, "M5": 5, "M6": "dk", "M7": 4}','{}','2026-11-10 12:00:02','2026-11-10 12:00:02','2026-11-10 12:00:02',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(8,'34de214bd4d343fdbc5e4828598f5bee',1,'devops','senior','en','{"T1": 0, "T2": "na", "T4": 2, "T7": 3, "T8": "na", "G1": 0, "G2": "dk", "G3": 5, "G5": 3, "C2": "na", "C3": "dk", "C4": 5, "C5": "na", "C6": 5, "P1": 0, "P4": 5, "P5": "dk", "M1": 0, "M2": 3, "M3": 2, "M5": 2, "M6": 1, "M8": 4}','{}','2026-11-10 12:00:03','2026-11-10 12:00:03','2026-11-10 12:00:03',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(9,'972cf6bae9694ea4b07e93b0f07600cc',1,'devops','senior','en','{"T1": 0, "T2": 1, "T3": 1, "T4": 0, "T5": "dk", "T6": 0, "T7": 4, "T8": 3, "G1": 4, "G2": 1, "G3": 2, "G4": 5, "G5": 4, "C1": 1, "C2": 2, "C3": 2, "C4": 4, "C6": 2, "P1": 4, "P2": 4, "P3": "dk", "P4": 5, "P5": "dk", "M1": "dk", "M2": 1, "M3": 0, "M4": 4, "M5": "na", "M6": 5, "M7": "na", "M8": 3}','{}','2026-11-10 12:00:04','2026-11-10 12:00:04','2026-11-10 12:00:04',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(10,'776973a8224d4f3d9a63fca3f77aeaa0',1,'devops','senior','en','{"T1": 4, "T2": 1, "T3": 4, "T5": 3, "T6": "na", "T7": 0, "T8": 3, "G1": 0, "G2": "na", "G3": 2, "G4": 0, "G5": 2, "C1": "dk", "C3": "na", "C5": 3, "P1": "dk", "P2": 3, "P4": 0, "P5": "na", "M1": 5, "M2": "na", "M3": 0, "M4": 4, "M5": 2, "M6": 3, "M7": 0, "M8": 4}','{}','2026-11-10 12:00:05','2026-11-10 12:00:05','2026-11-10 12:00:05',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(11,'ac4131a264cf4b4c8cbf6623dc74efb4',1,'devops','senior','en','{"T1": 1, "T2": 1, "T3": 4, "T4": 4, "T5": 2, "T6": "na", "T7": 4, "T8": 2, "G1": 0, "G3": 0, "G4": 3, "G5": "dk", "C1": 2, "C3": 0, "C4": "na", "C5": 3, "C6": 5, "P1": 1, "P2": 3, "P3": "na", "P4": 3, "P5": "dk", "M1": 1, "M2": "na", "M3": 4, "M5": "dk", "M6": 0, "M7": 5, "M8": "na"}','{}','2026-11-10 12:00:06','2026-11-10 12:00:06','2026-11-10 12:00:06',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(12,'b6197d715d2d4258b6ec9242ee11085f',1,'devops','senior','en','{"T1": 4, "T2": 0, "T3": 2, "T4": 3, "T5": 5, "T6": 2, "T7": 5, "T8": "na", "G1": 3, "G2": 4, "G3": 1, "G4": "na", "C1": 5, "C3": "dk", "C5": 3, "C6": 1, "P1": 0, "P2": 1, "P3": 2, "P4": 2, "P5": 2, "M2": 3, "M3": 4, "M4": 5, "M6": 4, "M7": 5, "M8": 5}','{}','2026-11-10 12:00:07','2026-11-10 12:00:07','2026-11-10 12:00:07',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(13,'a660bb8758144f54aa0824397ca0b228',1,'devops','senior','en','{"T1": 5, "T2": 1, "T3": 4, "T4": 3, "T5": "dk", "T6": 2, "T8": 1, "G1": 5, "G2": 0, "G3": "na", "G4": 1, "G5": "na", "C1": 2, "C2": 2, "C3": 5, "C4": 1, "C5": "na", "C6": 1, "P2": 3, "P3": 1, "P4": 4, "P5": 5, "M1": 4, "M3": 1, "M4": "dk", "M5": 4, "M6": 1, "M7": 0, "M8": 4}','{}','2026-11-10 12:00:08','2026-11-10 12:00:08','2026-11-10 12:00:08',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(14,'c8dad11d978a479ba48bbcbb55237648',1,'devops','senior','en','{"T1": 0, "T2": 0, "T3": 1, "T4": "na", "T5": 1, "T6": 0, "T7": 3, "T8": 3, "G1": "na", "G2": 2, "G3": 1, "G4": "dk", "G5": 2, "C1": 3, "C2": 2, "C3": 1, "C4": "na", "C5": "na", "P1": 4, "P3": 4, "P4": "dk", "P5": 5, "M1": 1, "M2": 3, "M3": 5, "M4": 0, "M5": 0, "M6": 0, "M7": 4, "M8": 5}','{}','2026-11-10 12:00:09','2026-11-10 12:00:09','2026-11-10 12:00:09',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(15,'61cd1c97bec548e390703a7e7c3b23eb',1,'devops','senior','en','{"T1": "dk", "T2": "na", "T3": 5, "T4": "na", "T5": 1, "T6": 1, "T7": 5, "T8": "dk", "G1": 1, "G2": 4, "G3": 3, "G5": "dk", "C1": 5, "C2": 4, "C3": 2, "C5": 3, "C6": 4, "P1": 3, "P2": 3, "P3": 5, "P4": 1, "P5": 4, "M1": 1, "M2": "dk", "M3": 1, "M4": 5, "M5": 3, "M6": "na", "M7": 4, "M8": 0}','{}','2026-11-10 12:00:10','2026-11-10 12:00:10','2026-11-10 12:00:10',NULL,NULL,NULL,NULL,'','',NULL);
INSERT INTO "assessment_assessment" VALUES(16,'148e7d263a2a48da8be00836851fd390',1,'devops','senior','en','{"T1": 5, "T2": 2, "T3": 5, "T4": 4, "T5": 3, "T6": 5, "T7": 1, "G1": 1, "G2": 3, "G3": 3, "G4": 0, "G5": 3, "C1": "na", "C2": 1, "C3": 4, "C5": 1, "C6": 1, "P1": 0, "P2": 0, "P3": 4, "P4": 5, "P5": "dk", "M1": "dk", "M2": 2, "M3": 1, "M5": 5, "M6": 1, "M8": 2}','{}','2026-11-10 12:00:11','2026-11-10 12:00:11','2026-11-10 12:00:11',NULL,NULL,NULL,NULL,'','',NULL);
CREATE TABLE "assessment_cataloguechange" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "action" varchar(8) NOT NULL, "kind" varchar(8) NOT NULL, "section" varchar(16) NOT NULL, "code" varchar(120) NOT NULL, "fields" text NOT NULL CHECK ((JSON_VALID("fields") OR "fields" IS NULL)), "note" text NOT NULL, "by_id" bigint NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "assessment_cataloguechange" VALUES(1,'2026-11-23 14:30:42.322673','publish','','','1','[]','The first',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(2,'2026-11-23 14:30:42.413563','import','added','levels','0','[{"name": "value", "old": null, "new": 0}, {"name": "name.fr", "old": null, "new": "Pas encore"}, {"name": "name.en", "old": null, "new": "Not yet"}, {"name": "anchor.fr", "old": null, "new": "Je ne l\u2019ai jamais fait et je ne saurais pas l\u2019expliquer."}, {"name": "anchor.en", "old": null, "new": "I have never done it and could not explain it."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(3,'2026-11-23 14:30:42.413563','import','added','levels','1','[{"name": "value", "old": null, "new": 1}, {"name": "name.fr", "old": null, "new": "Notions"}, {"name": "name.en", "old": null, "new": "Aware"}, {"name": "anchor.fr", "old": null, "new": "Je peux en expliquer le principe\u202f; je ne l\u2019ai pas fait en situation r\u00e9elle."}, {"name": "anchor.en", "old": null, "new": "I can explain the idea; I have not done it for real."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(4,'2026-11-23 14:30:42.413563','import','added','levels','2','[{"name": "value", "old": null, "new": 2}, {"name": "name.fr", "old": null, "new": "Accompagn\u00e9"}, {"name": "name.en", "old": null, "new": "Guided"}, {"name": "anchor.fr", "old": null, "new": "Je l\u2019ai fait pour de vrai, avec l\u2019aide d\u2019une personne ou d\u2019un guide pas \u00e0 pas."}, {"name": "anchor.en", "old": null, "new": "I have done it for real, with help from a person or a step-by-step guide."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(5,'2026-11-23 14:30:42.413563','import','added','levels','3','[{"name": "value", "old": null, "new": 3}, {"name": "name.fr", "old": null, "new": "Autonome"}, {"name": "name.en", "old": null, "new": "Independent"}, {"name": "anchor.fr", "old": null, "new": "Je le fais sans aide dans les cas courants, et d\u2019autres utilisent le r\u00e9sultat."}, {"name": "anchor.en", "old": null, "new": "I do it unaided in ordinary cases, and others use the result."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(6,'2026-11-23 14:30:42.413563','import','added','levels','4','[{"name": "value", "old": null, "new": 4}, {"name": "name.fr", "old": null, "new": "Ma\u00eetrise"}, {"name": "name.en", "old": null, "new": "Advanced"}, {"name": "anchor.fr", "old": null, "new": "Je r\u00e8gle aussi les cas difficiles ou impr\u00e9vus, et des coll\u00e8gues me demandent conseil."}, {"name": "anchor.en", "old": null, "new": "I also settle hard or unforeseen cases, and colleagues come to me for advice."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(7,'2026-11-23 14:30:42.413563','import','added','levels','5','[{"name": "value", "old": null, "new": 5}, {"name": "name.fr", "old": null, "new": "R\u00e9f\u00e9rent"}, {"name": "name.en", "old": null, "new": "Lead"}, {"name": "anchor.fr", "old": null, "new": "J\u2019ai d\u00e9fini ou chang\u00e9 la fa\u00e7on de faire de plusieurs \u00e9quipes, et je peux en montrer l\u2019effet."}, {"name": "anchor.en", "old": null, "new": "I have set or changed how several teams do it, and can show the effect."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(8,'2026-11-23 14:30:42.413563','import','added','missions','COLLAB','[{"name": "code", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Collaboration"}, {"name": "name.en", "old": null, "new": "Collaboration"}, {"name": "text.fr", "old": null, "new": "Faire travailler ensemble, d\u00e8s le d\u00e9but d\u2019un projet, les personnes qui d\u00e9veloppent un logiciel et celles qui le font fonctionner, avec les m\u00eames objectifs et les m\u00eames informations. Un probl\u00e8me se r\u00e8gle alors \u00e0 plusieurs, souvent avant de g\u00eaner qui que ce soit, au lieu de passer d\u2019une \u00e9quipe \u00e0 l\u2019autre."}, {"name": "text.en", "old": null, "new": "Bring together, from the start of a project, the people who build a piece of software and those who run it, with the same goals and the same information. A problem is then solved jointly, often before it troubles anyone, instead of being passed from team to team."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(9,'2026-11-23 14:30:42.413563','import','added','missions','AUTO','[{"name": "code", "old": null, "new": "AUTO"}, {"name": "name.fr", "old": null, "new": "Automatisation"}, {"name": "name.en", "old": null, "new": "Automation"}, {"name": "text.fr", "old": null, "new": "Confier \u00e0 un programme les op\u00e9rations qui se r\u00e9p\u00e8tent\u00a0: pr\u00e9parer un serveur, sauvegarder des donn\u00e9es, v\u00e9rifier une configuration. Elles se font chaque fois de la m\u00eame fa\u00e7on, avec moins d\u2019oublis, et il reste plus de temps pour r\u00e9pondre aux demandes des personnes que l\u2019on sert."}, {"name": "text.en", "old": null, "new": "Hand repeated operations over to a program: preparing a server, backing up data, checking a configuration. They are done the same way every time, with fewer slips, which leaves more time to answer the people being served."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(10,'2026-11-23 14:30:42.413563','import','added','missions','CI','[{"name": "code", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "Int\u00e9gration continue"}, {"name": "name.en", "old": null, "new": "Continuous integration"}, {"name": "text.fr", "old": null, "new": "R\u00e9unir souvent, en petites quantit\u00e9s, les modifications faites par chaque personne de l\u2019\u00e9quipe, et les tester automatiquement \u00e0 chaque fois. Une erreur se voit t\u00f4t, quand elle est encore facile \u00e0 corriger, et le plus souvent avant d\u2019atteindre les personnes qui utilisent le logiciel."}, {"name": "text.en", "old": null, "new": "Bring together, often and in small amounts, the changes made by everyone in the team, and test them automatically each time. A mistake shows early, while it is still easy to mend, and usually before it reaches the people who use the software."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(11,'2026-11-23 14:30:42.413563','import','added','missions','CD','[{"name": "code", "old": null, "new": "CD"}, {"name": "name.fr", "old": null, "new": "Livraison continue"}, {"name": "name.en", "old": null, "new": "Continuous delivery"}, {"name": "text.fr", "old": null, "new": "Garder le logiciel pr\u00eat \u00e0 \u00eatre mis en production \u00e0 tout moment, par une proc\u00e9dure \u00e9prouv\u00e9e, sans interrompre le service et avec un retour arri\u00e8re possible. Une correction attendue est disponible d\u00e8s qu\u2019elle est pr\u00eate, sans attendre la prochaine grande mise \u00e0 jour."}, {"name": "text.en", "old": null, "new": "Keep the software ready to go live at any moment, by a tried and tested procedure, without interrupting the service and with a way back. A fix that people are waiting for reaches them as soon as it is ready, not with the next big update."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(12,'2026-11-23 14:30:42.413563','import','added','missions','MON','[{"name": "code", "old": null, "new": "MON"}, {"name": "name.fr", "old": null, "new": "Surveillance"}, {"name": "name.en", "old": null, "new": "Monitoring"}, {"name": "text.fr", "old": null, "new": "Suivre en temps r\u00e9el l\u2019\u00e9tat d\u2019un service (temps de r\u00e9ponse, erreurs, espace disponible) et recevoir une alerte quand une mesure sort de l\u2019ordinaire. On peut alors agir avant la panne ou r\u00e9tablir le service plus vite, sans attendre qu\u2019une personne g\u00ean\u00e9e se plaigne."}, {"name": "text.en", "old": null, "new": "Follow the state of a service in real time (response times, errors, space left) and receive an alert when a measure is out of the ordinary. One can then act before a failure, or restore the service sooner, without waiting for someone to complain."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(13,'2026-11-23 14:30:42.413563','import','added','competencies','TECH','[{"name": "code", "old": null, "new": "TECH"}, {"name": "name.fr", "old": null, "new": "Comp\u00e9tences techniques"}, {"name": "name.en", "old": null, "new": "Technical skills"}, {"name": "text.fr", "old": null, "new": "Tout ce qui m\u00e8ne du code \u00e0 un service qui fonctionne\u00a0: versions, scripts, tests, infrastructure, mise en production, supervision et s\u00e9curit\u00e9."}, {"name": "text.en", "old": null, "new": "Everything that leads from code to a working service: versions, scripts, tests, infrastructure, releases, monitoring and security."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(14,'2026-11-23 14:30:42.413563','import','added','competencies','PM','[{"name": "code", "old": null, "new": "PM"}, {"name": "name.fr", "old": null, "new": "Gestion de projet"}, {"name": "name.en", "old": null, "new": "Project management"}, {"name": "text.fr", "old": null, "new": "D\u00e9couper le travail en petits lots, estimer la charge, limiter ce qui est en cours, montrer o\u00f9 l\u2019on en est et rendre chaque changement moins risqu\u00e9."}, {"name": "text.en", "old": null, "new": "Breaking work into small batches, estimating effort, limiting what is under way, showing where things stand and making each change less risky."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(15,'2026-11-23 14:30:42.413563','import','added','competencies','COM','[{"name": "code", "old": null, "new": "COM"}, {"name": "name.fr", "old": null, "new": "Communication"}, {"name": "name.en", "old": null, "new": "Communication"}, {"name": "text.fr", "old": null, "new": "Clarifier un besoin, expliquer sans jargon, \u00e9crire une documentation qui sert, commenter le travail d\u2019autrui avec tact, coop\u00e9rer entre \u00e9quipes et informer pendant un incident."}, {"name": "text.en", "old": null, "new": "Clarifying a need, explaining without jargon, writing documentation that gets used, commenting tactfully on others\u2019 work, cooperating across teams and keeping people informed during an incident."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(16,'2026-11-23 14:30:42.413563','import','added','competencies','PRO','[{"name": "code", "old": null, "new": "PRO"}, {"name": "name.fr", "old": null, "new": "Proactivit\u00e9"}, {"name": "name.en", "old": null, "new": "Proactivity"}, {"name": "text.fr", "old": null, "new": "Signaler un probl\u00e8me avant qu\u2019il ne g\u00eane, proposer une am\u00e9lioration et en mesurer l\u2019effet, tirer les le\u00e7ons d\u2019un incident, continuer d\u2019apprendre et mener une t\u00e2che jusqu\u2019au bout."}, {"name": "text.en", "old": null, "new": "Flagging a problem before it hurts, proposing an improvement and measuring its effect, learning from an incident, keeping one\u2019s knowledge up to date and carrying a task through to the end."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(17,'2026-11-23 14:30:42.413563','import','added','competencies','ML','[{"name": "code", "old": null, "new": "ML"}, {"name": "name.fr", "old": null, "new": "Connaissance de l\u2019apprentissage automatique"}, {"name": "name.en", "old": null, "new": "Machine-learning knowledge"}, {"name": "text.fr", "old": null, "new": "Pour le MLOps seulement\u00a0: contr\u00f4ler les donn\u00e9es, entra\u00eener, \u00e9valuer et valider un mod\u00e8le, le mettre en service, le surveiller, et veiller \u00e0 ce qu\u2019il reste \u00e9quitable et tra\u00e7able."}, {"name": "text.en", "old": null, "new": "For MLOps only: checking data, training, evaluating and validating a model, putting it into service, watching it, and seeing that it stays fair and traceable."}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(18,'2026-11-23 14:30:42.413563','import','added','skills','T1','[{"name": "code", "old": null, "new": "T1"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "G\u00e9rer le code et ses versions"}, {"name": "name.en", "old": null, "new": "Keep code under version control"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais enregistr\u00e9 de travail dans un gestionnaire de versions et je ne saurais pas dire \u00e0 quoi il sert."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer \u00e0 quoi servent un commit, une branche et une fusion\u202f; je ne les ai pratiqu\u00e9s qu\u2019en exercice."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai vers\u00e9 mes modifications dans le d\u00e9p\u00f4t d\u2019une \u00e9quipe, en suivant un mode d\u2019emploi ou avec quelqu\u2019un \u00e0 mes c\u00f4t\u00e9s."}, {"name": "anchors.fr[3]", "old": null, "new": "Sans aide, je cr\u00e9e des branches, je fusionne et je r\u00e8gle les conflits simples\u202f; l\u2019\u00e9quipe travaille \u00e0 partir du r\u00e9sultat."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai r\u00e9cup\u00e9r\u00e9 du travail perdu ou d\u00e9m\u00eal\u00e9 un historique ab\u00eem\u00e9\u202f; mes coll\u00e8gues m\u2019appellent quand le leur s\u2019embrouille."}, {"name": "anchors.fr[5]", "old": null, "new": "Plusieurs \u00e9quipes suivent les r\u00e8gles de branches que j\u2019ai fix\u00e9es\u202f; l\u2019attente avant fusion a baiss\u00e9, j\u2019en ai le chiffre."}, {"name": "anchors.en[0]", "old": null, "new": "I have never saved work in a version-control system and could not say what one is for."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain what commits, branches and merges are for, but have used them only in exercises."}, {"name": "anchors.en[2]", "old": null, "new": "I have put my changes into a team\u2019s repository, following written steps or with someone beside me."}, {"name": "anchors.en[3]", "old": null, "new": "I branch, merge and resolve simple conflicts unaided; the team builds on the result."}, {"name": "anchors.en[4]", "old": null, "new": "I have recovered lost work or untangled a damaged history; colleagues call me when theirs goes wrong."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams follow the branching rules I set; I can put a figure on the shorter wait before a merge."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"]}, {"name": "references.sfia", "old": null, "new": ["CFMG"]}, {"name": "references.dora", "old": null, "new": ["version-control"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(19,'2026-11-23 14:30:42.413563','import','added','skills','T2','[{"name": "code", "old": null, "new": "T2"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "AUTO"}, {"name": "name.fr", "old": null, "new": "Automatiser une t\u00e2che par un script"}, {"name": "name.en", "old": null, "new": "Automate a task with a script"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai encore \u00e9crit aucun script\u202f; je ne pourrais pas expliquer comment il ex\u00e9cute une t\u00e2che \u00e0 ma place."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux lire un script court et dire ce qu\u2019il fait\u202f; si j\u2019en ai \u00e9crit, c\u2019\u00e9tait seulement pour apprendre."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai remplac\u00e9 une vraie t\u00e2che manuelle par un script, adapt\u00e9 d\u2019un exemple comment\u00e9 ou \u00e9crit avec de l\u2019aide."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019\u00e9cris sans aide des scripts qui s\u2019arr\u00eatent en cas d\u2019erreur et disent pourquoi\u202f; d\u2019autres les lancent sans moi."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai fiabilis\u00e9 un script face \u00e0 l\u2019impr\u00e9vu (coupure, fichier ab\u00eem\u00e9, double lancement)\u202f; on me soumet les cas qui r\u00e9sistent."}, {"name": "anchors.fr[5]", "old": null, "new": "Dans plusieurs \u00e9quipes, j\u2019ai fait remplacer des t\u00e2ches r\u00e9p\u00e9titives par des scripts partag\u00e9s, et j\u2019ai compt\u00e9 les heures gagn\u00e9es."}, {"name": "anchors.en[0]", "old": null, "new": "I have yet to write my first script, and could not explain how one carries out a task for me."}, {"name": "anchors.en[1]", "old": null, "new": "I can read a short script and say what it does; if I have written any, it was only to learn."}, {"name": "anchors.en[2]", "old": null, "new": "I have replaced a real manual task with a script, adapted from a worked example or written with help."}, {"name": "anchors.en[3]", "old": null, "new": "I write, unaided, scripts that stop on an error and say why; others run them without me."}, {"name": "anchors.en[4]", "old": null, "new": "I have hardened a script against surprises (an interruption, a bad file, a double run); people bring me the stubborn cases."}, {"name": "anchors.en[5]", "old": null, "new": "I got several teams to replace repetitive chores with shared scripts, and have counted the hours saved."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/5ef0c719-5bcb-49f8-b8eb-824388225333"]}, {"name": "references.sfia", "old": null, "new": ["PROG"]}, {"name": "references.dora", "old": null, "new": ["deployment-automation"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(20,'2026-11-23 14:30:42.413563','import','added','skills','T3','[{"name": "code", "old": null, "new": "T3"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "AUTO"}, {"name": "name.fr", "old": null, "new": "D\u00e9crire l\u2019infrastructure sous forme de code"}, {"name": "name.en", "old": null, "new": "Describe infrastructure as code"}, {"name": "anchors.fr[0]", "old": null, "new": "D\u00e9crire un serveur ou un r\u00e9seau dans un fichier, je ne l\u2019ai jamais fait\u202f; \u00e0 quoi cela sert, je ne saurais pas le dire."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer l\u2019int\u00e9r\u00eat de d\u00e9crire un serveur en fichiers au lieu de le r\u00e9gler \u00e0 la main\u202f; au plus, je l\u2019ai essay\u00e9 en cours."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai modifi\u00e9 puis appliqu\u00e9 la description d\u2019un environnement r\u00e9el, avec un guide ou l\u2019appui de coll\u00e8gues \u00e0 chaque \u00e9tape."}, {"name": "anchors.fr[3]", "old": null, "new": "\u00c0 partir de mes seuls fichiers, je monte sans aide un environnement courant\u202f; d\u2019autres y d\u00e9ploient leur travail."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai transpos\u00e9 en fichiers, sans coupure, un syst\u00e8me en service r\u00e9gl\u00e9 \u00e0 la main\u202f; on me consulte pour ce genre de reprise."}, {"name": "anchors.fr[5]", "old": null, "new": "Plusieurs \u00e9quipes partent des fichiers types que j\u2019ai cr\u00e9\u00e9s\u202f; je peux montrer combien de temps elles gagnent par environnement."}, {"name": "anchors.en[0]", "old": null, "new": "Describing a server or a network in a file is new to me: I have never done it and could not say why one would."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why to describe a server in files rather than set it up by hand; at most, I have tried it in a course."}, {"name": "anchors.en[2]", "old": null, "new": "I have changed and applied the description of a real environment, with a guide or a colleague\u2019s support at each step."}, {"name": "anchors.en[3]", "old": null, "new": "From my files alone, I build an ordinary environment unaided; others deploy their work to it."}, {"name": "anchors.en[4]", "old": null, "new": "I have moved a live, hand-configured system into files without an outage; people ask my advice on such moves."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams start from the templates I made, and I can show how much time each new environment now saves them."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/6195c5f7-a4fb-425d-a3dd-c4467c4471a3", "http://data.europa.eu/esco/skill/ce8ae6ca-61d8-4174-b457-641de96cbff4", "http://data.europa.eu/esco/skill/ae4f0cc6-e0b9-47f5-bdca-2fc2e6316dce"]}, {"name": "references.sfia", "old": null, "new": ["ITOP", "IFDN"]}, {"name": "references.dora", "old": null, "new": ["flexible-infrastructure", "platform-engineering"]}, {"name": "references.other", "old": null, "new": ["RNCP36061"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(21,'2026-11-23 14:30:42.413563','import','added','skills','T4','[{"name": "code", "old": null, "new": "T4"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "Faire vivre une cha\u00eene d\u2019int\u00e9gration continue"}, {"name": "name.en", "old": null, "new": "Run a continuous-integration pipeline"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais utilis\u00e9 de cha\u00eene d\u2019int\u00e9gration continue\u202f; si on me demandait ce qu\u2019elle fait, je ne saurais pas r\u00e9pondre."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux d\u00e9crire comment une cha\u00eene assemble, teste et signale les \u00e9checs\u202f; je n\u2019ai touch\u00e9 \u00e0 aucune sur un vrai projet."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai ajout\u00e9 ou corrig\u00e9 une \u00e9tape dans la cha\u00eene d\u2019un vrai projet, en suivant un tutoriel ou avec un coup de main."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019ai mont\u00e9 sans aide une cha\u00eene qui v\u00e9rifie chaque modification, et je la r\u00e9pare si elle casse\u202f; l\u2019\u00e9quipe s\u2019appuie dessus."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai supprim\u00e9 la cause d\u2019\u00e9checs al\u00e9atoires ou de lenteurs dans une cha\u00eene\u202f; des coll\u00e8gues me sollicitent quand la leur bloque."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fait adopter une cha\u00eene de base commune \u00e0 plusieurs \u00e9quipes\u202f; elles attendent moins le verdict, et j\u2019en tiens le relev\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "I have never used a continuous-integration pipeline; asked what one does, I would have no answer yet."}, {"name": "anchors.en[1]", "old": null, "new": "I can describe how a pipeline builds, tests and reports failures; I have not worked on one in a real project."}, {"name": "anchors.en[2]", "old": null, "new": "I have added or fixed a step in a real project\u2019s pipeline, following a tutorial or with a helping hand."}, {"name": "anchors.en[3]", "old": null, "new": "I have set up, unaided, a pipeline that checks every change, and I mend it if it breaks; the team relies on it."}, {"name": "anchors.en[4]", "old": null, "new": "I have removed the cause of random failures or delays in a pipeline; colleagues turn to me when theirs is stuck."}, {"name": "anchors.en[5]", "old": null, "new": "I had several teams adopt a common base pipeline; they wait less for a verdict, and I keep the timings."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/f47a1998-0beb-43be-9f46-380aa4d183da"]}, {"name": "references.sfia", "old": null, "new": ["SINT"]}, {"name": "references.dora", "old": null, "new": ["continuous-integration", "trunk-based-development"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(22,'2026-11-23 14:30:42.413563','import','added','skills','T5','[{"name": "code", "old": null, "new": "T5"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "\u00c9crire des tests automatis\u00e9s"}, {"name": "name.en", "old": null, "new": "Write automated tests"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais \u00e9crit de test qu\u2019une machine puisse rejouer\u202f; pour l\u2019instant, je ne saurais pas dire ce qu\u2019il v\u00e9rifierait."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer ce qui s\u00e9pare un test unitaire d\u2019un test de bout en bout, sans en avoir \u00e9crit pour un vrai projet."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai ajout\u00e9 des tests \u00e0 un vrai projet, en bin\u00f4me ou \u00e0 partir d\u2019un exemple expliqu\u00e9 pas \u00e0 pas."}, {"name": "anchors.fr[3]", "old": null, "new": "Avec mon code, j\u2019\u00e9cris sans aide des tests qui \u00e9chouent si on le casse\u202f; l\u2019\u00e9quipe les lance \u00e0 chaque modification."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai mis sous test un code qui s\u2019y pr\u00eatait mal ou stabilis\u00e9 des tests capricieux\u202f; on me demande par o\u00f9 commencer."}, {"name": "anchors.fr[5]", "old": null, "new": "Plusieurs \u00e9quipes testent selon une pratique que j\u2019ai introduite\u202f; moins d\u2019anomalies leur \u00e9chappent, la courbe le montre."}, {"name": "anchors.en[0]", "old": null, "new": "I have never written a test that a machine can rerun, nor could I yet say what such a test would check."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain how a unit test differs from an end-to-end one, but have written neither for a real project."}, {"name": "anchors.en[2]", "old": null, "new": "I have added tests to a real project, working in a pair or from an example explained step by step."}, {"name": "anchors.en[3]", "old": null, "new": "Along with my code I write, unaided, tests that fail if the code breaks; the team runs them on every change."}, {"name": "anchors.en[4]", "old": null, "new": "I have put hard-to-test code under test or cured flaky tests; others ask me where to begin with theirs."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams test by a practice I brought in; fewer bugs slip past them, and the chart shows it."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/6a322874-e32f-4cd8-9683-badce67a7f73"]}, {"name": "references.sfia", "old": null, "new": ["TEST", "NFTS"]}, {"name": "references.dora", "old": null, "new": ["test-automation", "test-data-management"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(23,'2026-11-23 14:30:42.413563','import','added','skills','T6','[{"name": "code", "old": null, "new": "T6"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "CD"}, {"name": "name.fr", "old": null, "new": "Mettre en production avec un retour arri\u00e8re possible"}, {"name": "name.en", "old": null, "new": "Release with a way back"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais mis de version en production, et revenir \u00e0 la pr\u00e9c\u00e9dente est une man\u0153uvre que je ne pourrais pas d\u00e9crire."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux d\u00e9crire les \u00e9tapes d\u2019une mise en production et du retour arri\u00e8re, sans en avoir encore men\u00e9 une vraie."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai mis une version en production, retour arri\u00e8re pr\u00e9par\u00e9, avec une proc\u00e9dure d\u00e9taill\u00e9e ou l\u2019aide de l\u2019\u00e9quipe."}, {"name": "anchors.fr[3]", "old": null, "new": "Je mets en production sans aide des versions que d\u2019autres utilisent, et j\u2019ai v\u00e9rifi\u00e9 que le retour arri\u00e8re fonctionne."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai r\u00e9ussi un retour arri\u00e8re difficile (base de donn\u00e9es d\u00e9j\u00e0 modifi\u00e9e, par exemple)\u202f; on me consulte avant une livraison d\u00e9licate."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai chang\u00e9 la fa\u00e7on de livrer de plusieurs \u00e9quipes\u00a0: livraisons plus fr\u00e9quentes, pannes plus courtes, chiffres \u00e0 l\u2019appui."}, {"name": "anchors.en[0]", "old": null, "new": "I have never put a version live, and going back to the previous one is a step I could not describe."}, {"name": "anchors.en[1]", "old": null, "new": "I can describe the steps of a release and of its rollback, but have not yet carried out a real one."}, {"name": "anchors.en[2]", "old": null, "new": "I have put a version live, rollback prepared, using a detailed procedure or the team\u2019s help."}, {"name": "anchors.en[3]", "old": null, "new": "I release versions that others use, unaided, and have checked that going back works."}, {"name": "anchors.en[4]", "old": null, "new": "I have carried out a difficult rollback, say with the database already changed; I am consulted before tricky releases."}, {"name": "anchors.en[5]", "old": null, "new": "I reshaped how several teams release: they ship more often and failures end sooner, with figures to show for it."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b"]}, {"name": "references.sfia", "old": null, "new": ["DEPL", "RELM"]}, {"name": "references.dora", "old": null, "new": ["continuous-delivery", "deployment-automation", "database-change-management"]}, {"name": "references.other", "old": null, "new": ["RNCP36061"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(24,'2026-11-23 14:30:42.413563','import','added','skills','T7','[{"name": "code", "old": null, "new": "T7"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "MON"}, {"name": "name.fr", "old": null, "new": "Superviser un service en production"}, {"name": "name.en", "old": null, "new": "Monitor a live service"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais suivi l\u2019\u00e9tat d\u2019un service en production\u202f; j\u2019ignore encore ce qu\u2019il faudrait y regarder, et pourquoi."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux dire ce que nous apprennent une mesure, un journal et une alerte\u202f; je n\u2019en ai vu qu\u2019en cours ou en d\u00e9monstration."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai ajout\u00e9 un graphique ou une alerte \u00e0 un service en production, en suivant une notice ou les conseils de quelqu\u2019un."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019ai choisi et pos\u00e9 sans aide les mesures et les alertes d\u2019un service\u202f; l\u2019\u00e9quipe qui l\u2019exploite s\u2019en sert pour intervenir."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai trouv\u00e9 la cause d\u2019une panne qu\u2019aucune alerte n\u2019annon\u00e7ait\u202f; on fait appel \u00e0 moi quand les courbes ne disent rien."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai revu avec plusieurs \u00e9quipes ce qui m\u00e9rite une alerte\u202f; les fausses alertes ont recul\u00e9, le d\u00e9compte mensuel en t\u00e9moigne."}, {"name": "anchors.en[0]", "old": null, "new": "I have never kept watch on a live service; I do not yet know what one should look at, or why."}, {"name": "anchors.en[1]", "old": null, "new": "I can say what a metric, a log and an alert each reveal; I have seen them only in courses or demos."}, {"name": "anchors.en[2]", "old": null, "new": "I have added a chart or an alert to a live service, following instructions or someone\u2019s advice."}, {"name": "anchors.en[3]", "old": null, "new": "I chose and set up a service\u2019s metrics and alerts unaided; the team that runs it acts on them."}, {"name": "anchors.en[4]", "old": null, "new": "I have found the cause of a failure that no alert announced; I get called when the charts say nothing."}, {"name": "anchors.en[5]", "old": null, "new": "I reviewed with several teams what deserves an alert; false alarms have dropped, as the monthly count shows."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd", "http://data.europa.eu/esco/skill/8efa6a7a-6556-4cb8-908d-59d3b5c58d2f"]}, {"name": "references.sfia", "old": null, "new": ["AVMT", "SLMO"]}, {"name": "references.dora", "old": null, "new": ["monitoring-and-observability"]}, {"name": "references.other", "old": null, "new": ["RNCP36061"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(25,'2026-11-23 14:30:42.413563','import','added','skills','T8','[{"name": "code", "old": null, "new": "T8"}, {"name": "competency", "old": null, "new": "TECH"}, {"name": "mission", "old": null, "new": "AUTO"}, {"name": "name.fr", "old": null, "new": "Int\u00e9grer la s\u00e9curit\u00e9 \u00e0 chaque \u00e9tape"}, {"name": "name.en", "old": null, "new": "Build security into every step"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais v\u00e9rifi\u00e9 la s\u00e9curit\u00e9 d\u2019un logiciel ou d\u2019un serveur et je ne saurais pas expliquer comment on s\u2019y prend."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux citer des failles courantes et dire \u00e0 quelle \u00e9tape les chercher\u202f; je n\u2019en ai trait\u00e9 aucune hors d\u2019un exercice."}, {"name": "anchors.fr[2]", "old": null, "new": "Avec une fiche ou l\u2019aide de quelqu\u2019un, j\u2019ai corrig\u00e9 une faille ou retir\u00e9 un mot de passe du code d\u2019un vrai projet."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019ai plac\u00e9 sans aide des contr\u00f4les de s\u00e9curit\u00e9, de la conception \u00e0 la livraison\u202f; l\u2019\u00e9quipe corrige ce qu\u2019ils trouvent."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai ma\u00eetris\u00e9 la fuite d\u2019une cl\u00e9 ou une faille sans correctif connu\u202f; des coll\u00e8gues me consultent d\u00e8s la conception."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fait de la s\u00e9curit\u00e9 une habitude dans plusieurs \u00e9quipes\u202f; les failles y sont corrig\u00e9es plus t\u00f4t, les dates le prouvent."}, {"name": "anchors.en[0]", "old": null, "new": "I have never checked the security of a program or a server and could not explain how to go about it."}, {"name": "anchors.en[1]", "old": null, "new": "I can name common flaws and say at which step to look for them; I have dealt with none outside an exercise."}, {"name": "anchors.en[2]", "old": null, "new": "With a checklist or someone\u2019s help, I have fixed a flaw or taken a password out of a real project\u2019s code."}, {"name": "anchors.en[3]", "old": null, "new": "I have put security checks in place unaided, from design to release; the team fixes what they find."}, {"name": "anchors.en[4]", "old": null, "new": "I have contained a leaked key or a flaw with no known fix; colleagues consult me from the design stage on."}, {"name": "anchors.en[5]", "old": null, "new": "I made security a habit in several teams; flaws are fixed sooner, and the dates prove it."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/c13fb093-5ffb-491a-b8b7-fa2d42a57e2e", "http://data.europa.eu/esco/skill/e5beeff8-7c98-490a-ae2c-16fbb6a87305"]}, {"name": "references.sfia", "old": null, "new": ["SCAD"]}, {"name": "references.dora", "old": null, "new": ["pervasive-security"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(26,'2026-11-23 14:30:42.413563','import','added','skills','G1','[{"name": "code", "old": null, "new": "G1"}, {"name": "competency", "old": null, "new": "PM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "D\u00e9couper un travail en petits lots livrables"}, {"name": "name.en", "old": null, "new": "Break work into small deliverable batches"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais d\u00e9coup\u00e9 un projet en lots livr\u00e9s l\u2019un apr\u00e8s l\u2019autre, et je ne saurais pas dire ce qu\u2019on y gagne."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi de petits lots apportent des retours plus t\u00f4t, mais je n\u2019ai d\u00e9coup\u00e9 que des exercices."}, {"name": "anchors.fr[2]", "old": null, "new": "Avec un coll\u00e8gue ou un mod\u00e8le \u00e0 suivre, j\u2019ai d\u00e9coup\u00e9 une vraie demande en lots, et au moins le premier a \u00e9t\u00e9 livr\u00e9."}, {"name": "anchors.fr[3]", "old": null, "new": "Je d\u00e9coupe sans aide une demande courante en lots de quelques jours, que l\u2019\u00e9quipe prend et livre un par un."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai fait livrer par \u00e9tapes un chantier qui semblait indivisible, comme une migration. On vient me voir quand un lot reste trop gros."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai amen\u00e9 plusieurs \u00e9quipes \u00e0 livrer par petits lots\u00a0: le d\u00e9lai entre demande et livraison a baiss\u00e9, chiffres \u00e0 l\u2019appui."}, {"name": "anchors.en[0]", "old": null, "new": "I have never split a project into parts delivered one after another, and could not say what is gained by it."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why small batches bring feedback sooner, but I have only ever split up exercises."}, {"name": "anchors.en[2]", "old": null, "new": "With a colleague or a template to follow, I have split a real request into batches, and at least the first was delivered."}, {"name": "anchors.en[3]", "old": null, "new": "I split ordinary requests unaided into batches of a few days, which the team picks up and delivers one by one."}, {"name": "anchors.en[4]", "old": null, "new": "I have had a seemingly indivisible job, such as a migration, delivered in stages. Colleagues ask me when a batch stays too big."}, {"name": "anchors.en[5]", "old": null, "new": "I have brought several teams to deliver in small batches, and figures show that the time from request to delivery has fallen."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7"]}, {"name": "references.sfia", "old": null, "new": ["PRMG", "DLMG"]}, {"name": "references.dora", "old": null, "new": ["working-in-small-batches"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(27,'2026-11-23 14:30:42.413563','import','added','skills','G2','[{"name": "code", "old": null, "new": "G2"}, {"name": "competency", "old": null, "new": "PM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Estimer une charge de travail"}, {"name": "name.en", "old": null, "new": "Estimate effort"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais chiffr\u00e9 la charge d\u2019une t\u00e2che, et je ne saurais pas par o\u00f9 commencer."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi une estimation est une fourchette et se r\u00e9vise, mais aucun vrai travail n\u2019a repos\u00e9 sur une des miennes."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai estim\u00e9 de vraies t\u00e2ches avec une grille ou un coll\u00e8gue plus exp\u00e9riment\u00e9, puis compar\u00e9 mes chiffres au temps pass\u00e9."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019estime sans aide les t\u00e2ches courantes, je corrige d\u00e8s que les faits changent, et l\u2019\u00e9quipe planifie d\u2019apr\u00e8s mes chiffres."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai estim\u00e9 un travail plein d\u2019inconnues, hypoth\u00e8ses \u00e9crites, et r\u00e9vis\u00e9 \u00e0 temps. Des coll\u00e8gues me soumettent leurs chiffres."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fait comparer l\u2019estim\u00e9 et le r\u00e9el dans plusieurs \u00e9quipes, et l\u2019\u00e9cart, que nous mesurons, s\u2019est r\u00e9duit."}, {"name": "anchors.en[0]", "old": null, "new": "I have never put a figure on the effort a task would take, and would not know where to begin."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why an estimate is a range and gets revised, but no real work has relied on one of mine."}, {"name": "anchors.en[2]", "old": null, "new": "I have estimated real tasks with a checklist or a more experienced colleague, then compared my figures with the time spent."}, {"name": "anchors.en[3]", "old": null, "new": "I estimate ordinary tasks unaided, correct the figure as soon as the facts change, and the team plans by it."}, {"name": "anchors.en[4]", "old": null, "new": "I have estimated work full of unknowns, assumptions written down, and revised in time. Colleagues bring me their figures."}, {"name": "anchors.en[5]", "old": null, "new": "I have had several teams compare estimated with actual effort, and the gap, which we measure, has narrowed."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/e207163b-7963-4c3e-9494-7a4bb000211b"]}, {"name": "references.sfia", "old": null, "new": ["PRMG"]}, {"name": "references.dora", "old": null, "new": []}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(28,'2026-11-23 14:30:42.413563','import','added','skills','G3','[{"name": "code", "old": null, "new": "G3"}, {"name": "competency", "old": null, "new": "PM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Limiter le travail en cours"}, {"name": "name.en", "old": null, "new": "Limit work in progress"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais plafonn\u00e9 le nombre de t\u00e2ches ouvertes en m\u00eame temps, et je ne vois pas encore \u00e0 quoi cela servirait."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi trop de t\u00e2ches ouvertes ralentissent tout, mais je n\u2019ai pas encore travaill\u00e9 avec une limite."}, {"name": "anchors.fr[2]", "old": null, "new": "Sur un vrai projet, j\u2019ai respect\u00e9 une limite de t\u00e2ches en cours, avec quelqu\u2019un pour m\u2019aider \u00e0 choisir l\u2019ordre."}, {"name": "anchors.fr[3]", "old": null, "new": "Je fixe sans aide l\u2019ordre des t\u00e2ches courantes, je n\u2019en ouvre pas au-del\u00e0 de la limite, et l\u2019\u00e9quipe suit cet ordre."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai arbitr\u00e9 entre des urgences rivales sans d\u00e9passer la limite. On me demande conseil quand tout para\u00eet urgent."}, {"name": "anchors.fr[5]", "old": null, "new": "Plusieurs \u00e9quipes ont adopt\u00e9 la limite d\u2019encours que j\u2019ai propos\u00e9e. Elle tient toujours, et les t\u00e2ches s\u2019y terminent plus vite."}, {"name": "anchors.en[0]", "old": null, "new": "I have never capped the number of tasks open at once, and do not yet see what it would be for."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why too many open tasks slow everything down, but I have not yet worked to a limit."}, {"name": "anchors.en[2]", "old": null, "new": "On a real project, I have kept to a limit on open tasks, with someone to help me choose what came first."}, {"name": "anchors.en[3]", "old": null, "new": "I set the order of ordinary tasks unaided and open none beyond the limit, and the team follows that order."}, {"name": "anchors.en[4]", "old": null, "new": "I have settled a clash of urgent requests without exceeding the limit. Colleagues seek my advice when everything looks urgent."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams have adopted the limit on open tasks that I proposed. It still holds, and their tasks are finished sooner."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/0a9acb6b-1139-4be9-b431-3a80a959f2f4"]}, {"name": "references.sfia", "old": null, "new": ["DLMG"]}, {"name": "references.dora", "old": null, "new": ["wip-limits"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(29,'2026-11-23 14:30:42.413563','import','added','skills','G4','[{"name": "code", "old": null, "new": "G4"}, {"name": "competency", "old": null, "new": "PM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Rendre l\u2019avancement visible"}, {"name": "name.en", "old": null, "new": "Make progress visible"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais tenu de tableau ni de point d\u2019avancement, et j\u2019ignore ce qu\u2019il faudrait y montrer."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer \u00e0 quoi sert un tableau des t\u00e2ches visible de tous, mais je n\u2019en ai tenu un que pour m\u2019exercer."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai tenu \u00e0 jour l\u2019avancement d\u2019un vrai travail, avec le mod\u00e8le de l\u2019\u00e9quipe ou un coll\u00e8gue pour me corriger."}, {"name": "anchors.fr[3]", "old": null, "new": "Je tiens sans aide un suivi que d\u2019autres consultent pour savoir o\u00f9 en est le travail, sans avoir \u00e0 me le demander."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai rendu lisible un travail r\u00e9parti entre plusieurs \u00e9quipes, blocages compris. On me consulte pour b\u00e2tir d\u2019autres suivis."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai d\u00e9fini le suivi commun \u00e0 plusieurs \u00e9quipes. Il a remplac\u00e9 une r\u00e9union ou un rapport, et il sert toujours."}, {"name": "anchors.en[0]", "old": null, "new": "I have never kept a task board or a progress report, and would not know what to put on one."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain what a task board open to everyone is for, but I have only kept one for practice."}, {"name": "anchors.en[2]", "old": null, "new": "I have kept the progress of real work up to date, with the team\u2019s template or a colleague to correct me."}, {"name": "anchors.en[3]", "old": null, "new": "I maintain, unaided, a view of the work that others consult to see where things stand without having to ask me."}, {"name": "anchors.en[4]", "old": null, "new": "I have made work spread over several teams easy to follow, blockages included. Colleagues consult me to set up their own view."}, {"name": "anchors.en[5]", "old": null, "new": "I have defined the progress view that several teams share. It replaced a meeting or a report, and is still in use."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7"]}, {"name": "references.sfia", "old": null, "new": ["MEAS"]}, {"name": "references.dora", "old": null, "new": ["visual-management", "work-visibility-in-value-stream"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(30,'2026-11-23 14:30:42.413563','import','added','skills','G5','[{"name": "code", "old": null, "new": "G5"}, {"name": "competency", "old": null, "new": "PM"}, {"name": "mission", "old": null, "new": "CD"}, {"name": "name.fr", "old": null, "new": "R\u00e9duire le risque d\u2019un changement"}, {"name": "name.en", "old": null, "new": "Reduce the risk of a change"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais cherch\u00e9 ce qu\u2019un changement risquait de casser avant de le faire, et je ne saurais pas comment m\u2019y prendre."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer comment un essai ou un d\u00e9ploiement progressif limite les d\u00e9g\u00e2ts, sans l\u2019avoir fait sur un vrai service."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai pr\u00e9par\u00e9 un vrai changement avec une liste de contr\u00f4le ou un coll\u00e8gue\u00a0: risques not\u00e9s, essai fait, repli pr\u00e9vu."}, {"name": "anchors.fr[3]", "old": null, "new": "Je pr\u00e9pare sans aide les changements courants (effets list\u00e9s, essai, repli \u00e9crit), et d\u2019autres appliquent mon plan."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai men\u00e9 un changement risqu\u00e9, comme une bascule de base de donn\u00e9es, sans coupure impr\u00e9vue. On me soumet les plans d\u00e9licats."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai chang\u00e9 la fa\u00e7on dont plusieurs \u00e9quipes valident leurs changements, et le taux d\u2019\u00e9chec, suivi mois par mois, a baiss\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "I have never looked for what a change might break before making it, and would not know how to go about it."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain how a trial or a gradual rollout limits the damage, but I have not done it on a live service."}, {"name": "anchors.en[2]", "old": null, "new": "I have prepared a real change with a checklist or a colleague: risks noted, trial done, fallback planned."}, {"name": "anchors.en[3]", "old": null, "new": "I prepare ordinary changes unaided (effects listed, trial, written fallback), and others carry out my plan."}, {"name": "anchors.en[4]", "old": null, "new": "I have made a risky change, such as a switch of database, with no unplanned outage. Colleagues show me their delicate plans."}, {"name": "anchors.en[5]", "old": null, "new": "I have changed how several teams approve their changes, and the failure rate, tracked month by month, has come down."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/1dd23dba-dd00-45ab-abf4-642902538317", "http://data.europa.eu/esco/skill/0a099c81-6a0c-4f00-bb3b-990d23ec03a5"]}, {"name": "references.sfia", "old": null, "new": ["CHMG"]}, {"name": "references.dora", "old": null, "new": ["streamlining-change-approval"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(31,'2026-11-23 14:30:42.413563','import','added','skills','C1','[{"name": "code", "old": null, "new": "C1"}, {"name": "competency", "old": null, "new": "COM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "R\u00e9diger une documentation qui sert aux autres"}, {"name": "name.en", "old": null, "new": "Write documentation that others use"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais \u00e9crit de mode d\u2019emploi ni de proc\u00e9dure pour d\u2019autres, et je ne saurais dire ce qui rend un tel texte utile."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer ce qu\u2019une bonne proc\u00e9dure doit contenir, mais je n\u2019ai \u00e9crit que des notes pour moi ou pour un cours."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai \u00e9crit une proc\u00e9dure r\u00e9elle \u00e0 partir d\u2019un mod\u00e8le, ou avec un coll\u00e8gue qui l\u2019a corrig\u00e9e avant sa diffusion."}, {"name": "anchors.fr[3]", "old": null, "new": "Je documente sans aide ce que je livre, et des coll\u00e8gues ont suivi mon texte jusqu\u2019au bout sans m\u2019appeler."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai document\u00e9 un syst\u00e8me ancien que personne n\u2019avait d\u00e9crit. On me demande comment r\u00e9\u00e9crire les pages mal comprises."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fix\u00e9 la fa\u00e7on dont plusieurs \u00e9quipes \u00e9crivent et r\u00e9visent leurs pages. Un d\u00e9compte montre moins de questions r\u00e9p\u00e9t\u00e9es."}, {"name": "anchors.en[0]", "old": null, "new": "I have never written instructions or a procedure for other people, and could not say what makes one useful."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain what a good procedure should contain, but I have only written notes for myself or for a course."}, {"name": "anchors.en[2]", "old": null, "new": "I have written a real procedure from a template, or with a colleague who corrected it before it went out."}, {"name": "anchors.en[3]", "old": null, "new": "Without help, I document what I deliver, and colleagues have followed my text to the end without calling me."}, {"name": "anchors.en[4]", "old": null, "new": "I have documented an old system that nobody had described. Colleagues ask me how to rewrite pages that puzzle readers."}, {"name": "anchors.en[5]", "old": null, "new": "I have set the way several teams write and review their pages. A count shows fewer repeated questions."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/2636b3d3-843e-46a9-8b4c-a9d6ca3f5a2d"]}, {"name": "references.sfia", "old": null, "new": ["KNOW"]}, {"name": "references.dora", "old": null, "new": ["documentation-quality"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(32,'2026-11-23 14:30:42.413563','import','added','skills','C2','[{"name": "code", "old": null, "new": "C2"}, {"name": "competency", "old": null, "new": "COM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Expliquer un sujet technique \u00e0 un non-sp\u00e9cialiste"}, {"name": "name.en", "old": null, "new": "Explain a technical subject to a non-specialist"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais pr\u00e9sent\u00e9 un sujet technique \u00e0 quelqu\u2019un d\u2019un autre m\u00e9tier, et je ne saurais pas comment le simplifier."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer comment un exemple ou une image remplace le jargon, mais je n\u2019ai essay\u00e9 qu\u2019avec des proches."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai expliqu\u00e9 un sujet technique \u00e0 un client ou \u00e0 un autre service, avec un coll\u00e8gue \u00e0 mes c\u00f4t\u00e9s ou un support d\u00e9j\u00e0 pr\u00eat."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019explique sans aide un sujet courant \u00e0 un non-sp\u00e9cialiste, qui le redit avec ses mots et s\u2019en sert pour d\u00e9cider."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai fait comprendre un sujet \u00e9pineux \u00e0 un public inquiet ou en d\u00e9saccord. Des coll\u00e8gues pr\u00e9parent leurs expos\u00e9s avec moi."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai donn\u00e9 \u00e0 plusieurs \u00e9quipes un m\u00eame canevas pour exposer un choix technique, et il faut moins de r\u00e9unions pour d\u00e9cider."}, {"name": "anchors.en[0]", "old": null, "new": "I have never presented a technical subject to someone in another line of work, and would not know how to simplify it."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain how an example or a picture takes the place of jargon, but I have only tried it on friends or family."}, {"name": "anchors.en[2]", "old": null, "new": "I have explained a technical subject to a customer or another department, with a colleague beside me or ready-made slides."}, {"name": "anchors.en[3]", "old": null, "new": "I explain an ordinary subject unaided to non-specialists, who put it in their own words and use it to decide."}, {"name": "anchors.en[4]", "old": null, "new": "I have made a thorny subject clear to people who were worried or disagreed. Colleagues prepare their talks with me."}, {"name": "anchors.en[5]", "old": null, "new": "I have given several teams one outline for presenting a technical choice, and it takes fewer meetings to decide."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/c32ad607-0c4d-4e34-b73f-668298f7bf13"]}, {"name": "references.sfia", "old": null, "new": ["RLMT"]}, {"name": "references.dora", "old": null, "new": []}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(33,'2026-11-23 14:30:42.413563','import','added','skills','C3','[{"name": "code", "old": null, "new": "C3"}, {"name": "competency", "old": null, "new": "COM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Clarifier un besoin"}, {"name": "name.en", "old": null, "new": "Clarify a need"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais recueilli la demande d\u2019un utilisateur, et je ne saurais pas quelles questions lui poser."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi on reformule une demande avant d\u2019agir, mais je ne l\u2019ai fait qu\u2019en jeu de r\u00f4le ou en cours."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai interrog\u00e9 un vrai demandeur, avec un coll\u00e8gue ou une liste de questions, et il a confirm\u00e9 ma reformulation."}, {"name": "anchors.fr[3]", "old": null, "new": "Je clarifie sans aide les demandes courantes, et l\u2019\u00e9quipe travaille d\u2019apr\u00e8s le besoin que j\u2019ai \u00e9crit et fait confirmer."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai d\u00e9m\u00eal\u00e9 des demandes contradictoires ou trouv\u00e9 le besoin derri\u00e8re une solution. On m\u2019appelle si une demande reste floue."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai install\u00e9 dans plusieurs \u00e9quipes l\u2019habitude de reformuler avant de d\u00e9marrer. Le suivi montre moins de livraisons \u00e0 refaire."}, {"name": "anchors.en[0]", "old": null, "new": "I have never gathered a request from a user, and would not know which questions to ask."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why one restates a request before acting on it, but I have only done so in role play or on a course."}, {"name": "anchors.en[2]", "old": null, "new": "I have questioned a real requester, with a colleague or a list of questions, and they confirmed my restatement."}, {"name": "anchors.en[3]", "old": null, "new": "I clarify ordinary requests unaided, and the team works from the need that I wrote down and had confirmed."}, {"name": "anchors.en[4]", "old": null, "new": "I have untangled conflicting requests or found the need behind a solution. Colleagues call me when a request stays vague."}, {"name": "anchors.en[5]", "old": null, "new": "I have made it a habit in several teams to restate a need before starting. Our records show fewer deliveries to redo."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de", "http://data.europa.eu/esco/skill/b04f377b-ee80-4b38-aca1-19d266a23b17"]}, {"name": "references.sfia", "old": null, "new": ["REQM"]}, {"name": "references.dora", "old": null, "new": ["user-centric-focus", "customer-feedback"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(34,'2026-11-23 14:30:42.413563','import','added','skills','C4','[{"name": "code", "old": null, "new": "C4"}, {"name": "competency", "old": null, "new": "COM"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "Donner un retour constructif sur le travail d\u2019autrui"}, {"name": "name.en", "old": null, "new": "Give constructive feedback on others\u2019 work"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais comment\u00e9 le travail d\u2019un coll\u00e8gue pour l\u2019aider \u00e0 l\u2019am\u00e9liorer, et je ne saurais pas comment le formuler."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi un retour utile vise les faits et non la personne, mais je n\u2019ai comment\u00e9 que des cas d\u2019\u00e9cole."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai relu un vrai travail avec une grille ou un coll\u00e8gue aguerri, et l\u2019auteur a retenu au moins une de mes remarques."}, {"name": "anchors.fr[3]", "old": null, "new": "Je relis sans aide les travaux courants, avec une piste pour chaque critique, et les auteurs s\u2019en servent pour corriger."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai annonc\u00e9 \u00e0 quelqu\u2019un que son travail \u00e9tait \u00e0 refaire, et nous coop\u00e9rons toujours. On me demande comment dire les choses."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai \u00e9tabli les r\u00e8gles de relecture de plusieurs \u00e9quipes. Elles sont toujours suivies, et moins de d\u00e9fauts passent en production."}, {"name": "anchors.en[0]", "old": null, "new": "I have never commented on a colleague\u2019s work to help improve it, and would not know how to put it."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why useful feedback is about facts and not the person, but I have only commented on textbook cases."}, {"name": "anchors.en[2]", "old": null, "new": "I have reviewed real work with a checklist or a seasoned colleague, and the author took up at least one of my remarks."}, {"name": "anchors.en[3]", "old": null, "new": "I review ordinary work unaided, with a way forward for each criticism, and the authors use it to make corrections."}, {"name": "anchors.en[4]", "old": null, "new": "I have told someone that their work had to be redone, and we still work together. Colleagues ask me how to put things."}, {"name": "anchors.en[5]", "old": null, "new": "I have set the review rules of several teams. They are still followed, and fewer defects get through to production."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/b9bb1f03-15e2-4079-943e-7e483b21725b"]}, {"name": "references.sfia", "old": null, "new": []}, {"name": "references.dora", "old": null, "new": ["generative-organizational-culture"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(35,'2026-11-23 14:30:42.413563','import','added','skills','C5','[{"name": "code", "old": null, "new": "C5"}, {"name": "competency", "old": null, "new": "COM"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Coop\u00e9rer entre \u00e9quipes de d\u00e9veloppement et d\u2019exploitation"}, {"name": "name.en", "old": null, "new": "Work across development and operations teams"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais men\u00e9 de t\u00e2che entre d\u00e9veloppement et exploitation, et je ne saurais pas dire qui fait quoi."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi d\u00e9veloppement et exploitation ont int\u00e9r\u00eat \u00e0 pr\u00e9parer ensemble une livraison, sans y avoir pris part."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai men\u00e9 une vraie t\u00e2che avec l\u2019autre \u00e9quipe, en suivant une proc\u00e9dure commune ou les conseils d\u2019un coll\u00e8gue."}, {"name": "anchors.fr[3]", "old": null, "new": "Je r\u00e8gle sans aide les sujets courants avec l\u2019autre \u00e9quipe, d\u00e8s la conception, et chaque c\u00f4t\u00e9 applique ce qui a \u00e9t\u00e9 convenu."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai trouv\u00e9 une issue \u00e0 un conflit entre livrer vite et rester stable. Les deux \u00e9quipes l\u2019ont accept\u00e9e et me consultent depuis."}, {"name": "anchors.fr[5]", "old": null, "new": "\u00c0 mon initiative, plusieurs \u00e9quipes partagent des objectifs, et le d\u00e9lai mesur\u00e9 entre d\u00e9veloppement et exploitation a baiss\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "I have never taken a task across development and operations, and could not say who does what."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why development and operations gain by preparing a release together, but I have not yet taken part in one."}, {"name": "anchors.en[2]", "old": null, "new": "I have carried out a real task with the other team, following a joint procedure or a colleague\u2019s advice."}, {"name": "anchors.en[3]", "old": null, "new": "I settle ordinary matters with the other team unaided, from the design stage on, and both sides apply what was agreed."}, {"name": "anchors.en[4]", "old": null, "new": "I have found a way out of a clash between shipping fast and staying stable. Both teams accepted it and have consulted me since."}, {"name": "anchors.en[5]", "old": null, "new": "At my initiative, several teams share goals, and the measured wait between development and operations has shortened."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0", "http://data.europa.eu/esco/skill/f0de4973-0a70-4644-8fd4-3a97080476f4"]}, {"name": "references.sfia", "old": null, "new": ["RLMT"]}, {"name": "references.dora", "old": null, "new": ["generative-organizational-culture", "loosely-coupled-teams"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(36,'2026-11-23 14:30:42.413563','import','added','skills','C6','[{"name": "code", "old": null, "new": "C6"}, {"name": "competency", "old": null, "new": "COM"}, {"name": "mission", "old": null, "new": "MON"}, {"name": "name.fr", "old": null, "new": "Informer pendant un incident"}, {"name": "name.en", "old": null, "new": "Keep people informed during an incident"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais inform\u00e9 qui que ce soit pendant une panne, et je ne saurais pas quoi dire, \u00e0 qui, ni quand."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer ce que dit un bon message d\u2019incident (effet, action, prochain point), mais je n\u2019en ai \u00e9crit qu\u2019en exercice."}, {"name": "anchors.fr[2]", "old": null, "new": "Pendant un vrai incident, j\u2019ai envoy\u00e9 des messages tir\u00e9s d\u2019un mod\u00e8le ou relus d\u2019abord par un coll\u00e8gue."}, {"name": "anchors.fr[3]", "old": null, "new": "Dans un incident courant, j\u2019informe sans aide les personnes touch\u00e9es, aux heures annonc\u00e9es, et elles s\u2019organisent en cons\u00e9quence."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai tenu clients et direction au courant d\u2019une longue panne de cause inconnue. On me demande de revoir les messages d\u00e9licats."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai d\u00e9fini qui informe, comment et quand, pour plusieurs \u00e9quipes, et les appels re\u00e7us pendant les pannes ont diminu\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "I have never kept anyone informed during an outage, and would not know what to say, to whom or when."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain what a good incident message says (effect, action, next update), but I have only written them in drills."}, {"name": "anchors.en[2]", "old": null, "new": "During a real incident, I have sent messages based on a template or first checked by a colleague."}, {"name": "anchors.en[3]", "old": null, "new": "In an ordinary incident, I inform those affected unaided, at the times announced, and they make their plans accordingly."}, {"name": "anchors.en[4]", "old": null, "new": "I have kept customers and managers informed in a long outage of unknown cause. Colleagues have me check awkward messages."}, {"name": "anchors.en[5]", "old": null, "new": "I have defined who informs people, how and when, for several teams, and calls received during outages have fallen."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/440d5784-52a5-4729-8b04-29f978bd896d"]}, {"name": "references.sfia", "old": null, "new": ["USUP"]}, {"name": "references.dora", "old": null, "new": []}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(37,'2026-11-23 14:30:42.413563','import','added','skills','P1','[{"name": "code", "old": null, "new": "P1"}, {"name": "competency", "old": null, "new": "PRO"}, {"name": "mission", "old": null, "new": "MON"}, {"name": "name.fr", "old": null, "new": "Signaler un probl\u00e8me avant qu\u2019il ne g\u00eane"}, {"name": "name.en", "old": null, "new": "Flag a problem before it hurts"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais signal\u00e9 un probl\u00e8me avant qu\u2019il ne se voie et je ne saurais pas dire \u00e0 quels signes on le devine."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux citer des signes avant-coureurs, comme un disque qui se remplit\u202f; je n\u2019en ai pas encore signal\u00e9 au travail."}, {"name": "anchors.fr[2]", "old": null, "new": "Avec une liste de contr\u00f4le ou l\u2019aide de coll\u00e8gues, j\u2019ai rep\u00e9r\u00e9 et signal\u00e9 un risque r\u00e9el avant qu\u2019il ne touche un utilisateur."}, {"name": "anchors.fr[3]", "old": null, "new": "Sans qu\u2019on me le demande, je signale les risques courants, avec les faits et une \u00e9ch\u00e9ance\u202f; l\u2019\u00e9quipe agit d\u2019apr\u00e8s mon message."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai fait corriger \u00e0 temps un risque cach\u00e9 entre deux syst\u00e8mes\u202f; des coll\u00e8gues me demandent si leur doute m\u00e9rite une alerte."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai donn\u00e9 \u00e0 plusieurs \u00e9quipes un moyen simple d\u2019alerter t\u00f4t\u202f; la part des pannes d\u00e9couvertes par les clients a baiss\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "I have never reported a problem before it showed, and could not say which early signs give one away."}, {"name": "anchors.en[1]", "old": null, "new": "I can name early signs, such as a disk filling up; I have not yet reported one at work."}, {"name": "anchors.en[2]", "old": null, "new": "With a checklist or a colleague\u2019s help, I have spotted a real risk and reported it before it reached any user."}, {"name": "anchors.en[3]", "old": null, "new": "Without being asked, I report ordinary risks with the facts and a date to act by; my team acts on what I write."}, {"name": "anchors.en[4]", "old": null, "new": "I have got a hidden risk between two systems fixed in time; colleagues ask me whether a doubt of theirs is worth raising."}, {"name": "anchors.en[5]", "old": null, "new": "I have given several teams a simple way to raise risks early; the share of outages first noticed by customers has fallen."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/e186976a-64f0-4052-a25b-297d19e1d0ec", "http://data.europa.eu/esco/skill/1afb3c58-41a5-484b-b627-363ede418757"]}, {"name": "references.sfia", "old": null, "new": ["PBMG"]}, {"name": "references.dora", "old": null, "new": ["proactive-failure-notification"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(38,'2026-11-23 14:30:42.413563','import','added','skills','P2','[{"name": "code", "old": null, "new": "P2"}, {"name": "competency", "old": null, "new": "PRO"}, {"name": "mission", "old": null, "new": "AUTO"}, {"name": "name.fr", "old": null, "new": "Proposer une am\u00e9lioration mesurable"}, {"name": "name.en", "old": null, "new": "Propose a measurable improvement"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais appuy\u00e9 sur un chiffre une proposition d\u2019am\u00e9lioration et je ne saurais pas quoi mesurer."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi on mesure avant et apr\u00e8s un changement\u202f; au travail, je n\u2019ai encore rien propos\u00e9 de ce genre."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai propos\u00e9 une am\u00e9lioration r\u00e9elle et relev\u00e9 son chiffre avant et apr\u00e8s, avec l\u2019aide d\u2019une personne ou d\u2019une fiche guide."}, {"name": "anchors.fr[3]", "old": null, "new": "Je propose sans aide des am\u00e9liorations chiffr\u00e9es (un d\u00e9lai, un taux d\u2019erreur)\u202f; l\u2019\u00e9quipe en a adopt\u00e9 et en a vu l\u2019effet."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai mesur\u00e9 un gain difficile \u00e0 isoler, ou renonc\u00e9 \u00e0 mon id\u00e9e devant les chiffres\u202f; des coll\u00e8gues me demandent quoi mesurer."}, {"name": "anchors.fr[5]", "old": null, "new": "Plusieurs \u00e9quipes testent leurs id\u00e9es selon une m\u00e9thode que j\u2019ai instaur\u00e9e\u202f; je peux montrer les gains gard\u00e9s et les abandons."}, {"name": "anchors.en[0]", "old": null, "new": "I have never backed a suggestion for improvement with a figure, and would not know what to measure."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why one measures before and after a change; at work I have not yet proposed anything of the kind."}, {"name": "anchors.en[2]", "old": null, "new": "I have proposed a real improvement and taken its figure before and after, with someone\u2019s help or a template."}, {"name": "anchors.en[3]", "old": null, "new": "I propose improvements unaided, each with a figure to move (a delay, an error rate); my team has adopted some and seen the effect."}, {"name": "anchors.en[4]", "old": null, "new": "I have measured a gain that was hard to isolate, or dropped my idea when figures disproved it; colleagues ask me what to measure."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams try out ideas by a method I introduced; I can show which gains were kept and which ideas were dropped."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/75b30aeb-34c0-40f4-b77d-271d75a98b14"]}, {"name": "references.sfia", "old": null, "new": ["BPRE"]}, {"name": "references.dora", "old": null, "new": ["team-experimentation"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(39,'2026-11-23 14:30:42.413563','import','added','skills','P3','[{"name": "code", "old": null, "new": "P3"}, {"name": "competency", "old": null, "new": "PRO"}, {"name": "mission", "old": null, "new": "MON"}, {"name": "name.fr", "old": null, "new": "Tirer les le\u00e7ons d\u2019un incident sans chercher de coupable"}, {"name": "name.en", "old": null, "new": "Learn from an incident without blame"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais pris part \u00e0 un bilan d\u2019incident et j\u2019ignore comment on en cherche les causes sans accuser personne."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer pourquoi un bilan cherche des causes et non des fautes\u202f; je ne connais l\u2019exercice que par un cours ou des lectures."}, {"name": "anchors.fr[2]", "old": null, "new": "Apr\u00e8s un incident r\u00e9el, j\u2019ai r\u00e9dig\u00e9 la chronologie ou une part de l\u2019analyse, avec une trame ou l\u2019aide de la personne qui animait."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019anime sans aide le bilan d\u2019un incident courant, des faits jusqu\u2019aux actions dat\u00e9es\u202f; l\u2019\u00e9quipe met ces actions en \u0153uvre."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai ramen\u00e9 vers les causes un bilan o\u00f9 chacun se renvoyait la faute\u202f; des coll\u00e8gues me demandent de l\u2019aide pour les plus d\u00e9licats."}, {"name": "anchors.fr[5]", "old": null, "new": "\u00c0 mon initiative, plusieurs \u00e9quipes tiennent des bilans sans chercher de coupable\u202f; les chiffres montrent moins d\u2019incidents r\u00e9p\u00e9t\u00e9s."}, {"name": "anchors.en[0]", "old": null, "new": "I have never taken part in an incident review, and could not say how one looks for causes without accusing anyone."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain why a review looks for causes, not culprits; I know the exercise only from reading or a course."}, {"name": "anchors.en[2]", "old": null, "new": "After a real incident, I have written the timeline or part of the analysis, with a template or the facilitator\u2019s support."}, {"name": "anchors.en[3]", "old": null, "new": "I run the review of an ordinary incident unaided, from the facts to dated actions; the team carries those actions out."}, {"name": "anchors.en[4]", "old": null, "new": "I have brought a review back to causes when people were trading blame; colleagues ask me to help with delicate ones."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams hold the blame-free review that I introduced; figures show that fewer incidents come back."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/a3ce2bf7-5562-4639-9b52-fdb4850a3904"]}, {"name": "references.sfia", "old": null, "new": ["PBMG"]}, {"name": "references.dora", "old": null, "new": ["learning-culture"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(40,'2026-11-23 14:30:42.413563','import','added','skills','P4','[{"name": "code", "old": null, "new": "P4"}, {"name": "competency", "old": null, "new": "PRO"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Tenir ses connaissances \u00e0 jour"}, {"name": "name.en", "old": null, "new": "Keep one\u2019s knowledge up to date"}, {"name": "anchors.fr[0]", "old": null, "new": "Suivre l\u2019\u00e9volution de mon m\u00e9tier n\u2019a pas encore eu de place dans mes journ\u00e9es\u202f; je ne saurais pas par o\u00f9 commencer."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux citer des sources fiables et dire comment on les suit\u202f; rien de ce que j\u2019y ai lu n\u2019a encore servi dans mon travail."}, {"name": "anchors.fr[2]", "old": null, "new": "En suivant un cours ou les conseils de coll\u00e8gues, j\u2019ai appris une technique nouvelle et l\u2019ai employ\u00e9e dans un travail r\u00e9el."}, {"name": "anchors.fr[3]", "old": null, "new": "Je d\u00e9cide quoi apprendre et j\u2019y consacre un temps r\u00e9gulier\u202f; des coll\u00e8gues se servent des notes ou des essais que je partage."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai appris par mes propres essais un sujet mal document\u00e9 pour d\u00e9bloquer un travail\u202f; on me demande si telle nouveaut\u00e9 vaut l\u2019effort."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai lanc\u00e9 dans plusieurs \u00e9quipes un rendez-vous d\u2019apprentissage\u202f; il se tient toujours et je peux citer ce qui en est sorti."}, {"name": "anchors.en[0]", "old": null, "new": "Following changes in my field has had no place in my working days so far; I would not know where to begin."}, {"name": "anchors.en[1]", "old": null, "new": "I can name reliable sources and say how to follow them; I have not yet used in my work what I read there."}, {"name": "anchors.en[2]", "old": null, "new": "Following a course or a colleague\u2019s advice, I have learnt a new technique and used it in real work."}, {"name": "anchors.en[3]", "old": null, "new": "I decide what to learn and give it regular time; colleagues use the notes or trials that I share."}, {"name": "anchors.en[4]", "old": null, "new": "I have learnt a poorly documented subject through my own trials to unblock work; colleagues ask me if a novelty is worth the effort."}, {"name": "anchors.en[5]", "old": null, "new": "I have started a regular learning session across several teams; it still takes place, and I can name what came out of it."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/7a17d7ce-01a2-4746-bbcc-22ffe22fa16e", "http://data.europa.eu/esco/skill/a8d24a95-47b3-4f88-92e7-06600bcd3612"]}, {"name": "references.sfia", "old": null, "new": ["PDSV"]}, {"name": "references.dora", "old": null, "new": ["learning-culture"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(41,'2026-11-23 14:30:42.413563','import','added','skills','P5','[{"name": "code", "old": null, "new": "P5"}, {"name": "competency", "old": null, "new": "PRO"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Mener une t\u00e2che de bout en bout de sa propre initiative"}, {"name": "name.en", "old": null, "new": "Carry a task through on one\u2019s own initiative"}, {"name": "anchors.fr[0]", "old": null, "new": "Jusqu\u2019ici, j\u2019ai fait les t\u00e2ches qu\u2019on me confiait\u202f; je ne saurais pas dire comment en lancer une de moi-m\u00eame."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux d\u00e9crire les \u00e9tapes, du besoin constat\u00e9 au r\u00e9sultat remis\u202f; je ne les ai suivies que pour un projet personnel ou d\u2019\u00e9tudes."}, {"name": "anchors.fr[2]", "old": null, "new": "Au travail, j\u2019ai lanc\u00e9 une t\u00e2che de moi-m\u00eame et l\u2019ai termin\u00e9e, avec quelqu\u2019un pour la cadrer ou lever les blocages."}, {"name": "anchors.fr[3]", "old": null, "new": "Je rep\u00e8re une t\u00e2che utile, j\u2019obtiens l\u2019accord n\u00e9cessaire et je la finis sans relance\u202f; d\u2019autres emploient ce que j\u2019ai livr\u00e9."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai men\u00e9 \u00e0 son terme, malgr\u00e9 des impr\u00e9vus, une t\u00e2che que personne ne portait\u202f; des coll\u00e8gues me consultent pour d\u00e9bloquer la leur."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fait admettre \u00e0 plusieurs \u00e9quipes que chacun peut ouvrir un chantier sans attendre d\u2019ordre\u202f; j\u2019ai la liste de ceux qui ont abouti."}, {"name": "anchors.en[0]", "old": null, "new": "So far I have done the tasks I was given; I could not say how to start one of my own accord."}, {"name": "anchors.en[1]", "old": null, "new": "I can describe the steps from noticing a need to handing over the result; I have done it only for a personal or course project."}, {"name": "anchors.en[2]", "old": null, "new": "At work I have started a task of my own accord and finished it, with someone helping me to frame it or get unstuck."}, {"name": "anchors.en[3]", "old": null, "new": "I spot a useful task, get any agreement needed and finish it without a reminder; others use what I delivered."}, {"name": "anchors.en[4]", "old": null, "new": "I have finished, despite setbacks, a task that nobody owned; colleagues come to me to get theirs moving again."}, {"name": "anchors.en[5]", "old": null, "new": "I have got several teams to let anyone start useful work without waiting for orders; I can list the tasks completed that way."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/001115fb-569f-4ee6-8381-c6807ef2527f", "http://data.europa.eu/esco/skill/199f7919-5114-41b6-b6a5-41e0e4896ec1"]}, {"name": "references.sfia", "old": null, "new": []}, {"name": "references.dora", "old": null, "new": []}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(42,'2026-11-23 14:30:42.413563','import','added','skills','M1','[{"name": "code", "old": null, "new": "M1"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "\u00c9valuer un mod\u00e8le par des mesures adapt\u00e9es"}, {"name": "name.en", "old": null, "new": "Judge a model by the right measures"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais \u00e9valu\u00e9 un mod\u00e8le et je ne saurais pas dire pourquoi son seul taux de bonnes r\u00e9ponses peut tromper."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer la pr\u00e9cision, le rappel et l\u2019erreur moyenne\u202f; je ne les ai calcul\u00e9s que sur des exemples d\u2019exercice."}, {"name": "anchors.fr[2]", "old": null, "new": "Avec un guide ou une personne \u00e0 mes c\u00f4t\u00e9s, j\u2019ai mesur\u00e9 un mod\u00e8le r\u00e9el sur des donn\u00e9es de test mises \u00e0 part et lu le r\u00e9sultat."}, {"name": "anchors.fr[3]", "old": null, "new": "Je choisis sans aide des mesures selon le co\u00fbt des erreurs et compare le mod\u00e8le \u00e0 un rep\u00e8re simple\u202f; l\u2019\u00e9quipe d\u00e9cide d\u2019apr\u00e8s mon bilan."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai d\u00e9couvert qu\u2019un bon score venait d\u2019une fuite de donn\u00e9es ou masquait des cas rares\u202f; des coll\u00e8gues me font v\u00e9rifier les leurs."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fait adopter \u00e0 plusieurs \u00e9quipes des mesures communes pour leurs mod\u00e8les\u202f; le suivi montre moins de scores d\u00e9mentis par l\u2019usage."}, {"name": "anchors.en[0]", "old": null, "new": "I have never evaluated a model, and could not say why its share of correct answers alone may mislead."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain precision, recall and mean error; I have worked them out only on practice examples."}, {"name": "anchors.en[2]", "old": null, "new": "With a guide or someone beside me, I have measured a real model on test data kept apart and read the result."}, {"name": "anchors.en[3]", "old": null, "new": "Unaided, I choose measures by the cost of each error and compare the model with a simple baseline; my team decides from my report."}, {"name": "anchors.en[4]", "old": null, "new": "I have found that a good score came from leaked data or hid rare cases; colleagues ask me to check theirs."}, {"name": "anchors.en[5]", "old": null, "new": "I have had several teams adopt common measures for their models; records show fewer scores contradicted by real use."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/3a2d5b45-56e4-4f5a-a55a-4a4a65afdc43", "http://data.europa.eu/esco/skill/8369c2d6-c100-4cf6-bd83-9668d8678433"]}, {"name": "references.sfia", "old": null, "new": ["MLNG", "DATS"]}, {"name": "references.dora", "old": null, "new": []}, {"name": "references.other", "old": null, "new": ["ESCO occ. 35553663"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(43,'2026-11-23 14:30:42.413563','import','added','skills','M2','[{"name": "code", "old": null, "new": "M2"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "Contr\u00f4ler la qualit\u00e9 des donn\u00e9es d\u2019entr\u00e9e"}, {"name": "name.en", "old": null, "new": "Check the quality of input data"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais contr\u00f4l\u00e9 des donn\u00e9es avant de les confier \u00e0 un mod\u00e8le et je ne sais pas quels d\u00e9fauts y chercher."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux nommer les d\u00e9fauts habituels (manques, doublons, valeurs impossibles)\u202f; je n\u2019en ai cherch\u00e9 que dans un jeu d\u2019exercice."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai trouv\u00e9 et trait\u00e9 des d\u00e9fauts dans les donn\u00e9es d\u2019un vrai mod\u00e8le, avec un mode op\u00e9ratoire pas \u00e0 pas ou l\u2019aide de coll\u00e8gues."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019\u00e9cris sans aide les contr\u00f4les courants \u00e0 l\u2019arriv\u00e9e des donn\u00e9es\u202f; ils arr\u00eatent les lots d\u00e9fectueux et l\u2019\u00e9quipe s\u2019y fie."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai remont\u00e9 \u00e0 sa source un d\u00e9faut que tous les contr\u00f4les laissaient passer\u202f; on m\u2019appelle quand des donn\u00e9es semblent douteuses."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai amen\u00e9 les \u00e9quipes qui fournissent les donn\u00e9es et celles qui s\u2019en servent \u00e0 des r\u00e8gles communes\u202f; le nombre de lots rejet\u00e9s a baiss\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "I have never checked data before giving it to a model, nor could I name the faults to look for."}, {"name": "anchors.en[1]", "old": null, "new": "I can name the usual faults (gaps, duplicates, impossible values); I have looked for them only in a practice set."}, {"name": "anchors.en[2]", "old": null, "new": "I have found and dealt with faults in a real model\u2019s data, with step-by-step instructions or colleagues\u2019 help."}, {"name": "anchors.en[3]", "old": null, "new": "I write the usual checks on incoming data unaided; they stop faulty batches, and my team relies on them."}, {"name": "anchors.en[4]", "old": null, "new": "I have traced to its source a fault that slipped past every check; colleagues call me when data looks doubtful."}, {"name": "anchors.en[5]", "old": null, "new": "I have brought the teams that supply data and those that use it to common rules; the number of rejected batches has dropped."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/713fb616-118e-40bc-9366-4a69879a49d5", "http://data.europa.eu/esco/skill/54c9c155-9293-4329-8ed2-2e76e8b519d4"]}, {"name": "references.sfia", "old": null, "new": ["DATM", "DENG"]}, {"name": "references.dora", "old": null, "new": ["healthy-data-ecosystems"]}, {"name": "references.other", "old": null, "new": ["ml-ops.org: Testing"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(44,'2026-11-23 14:30:42.413563','import','added','skills','M3','[{"name": "code", "old": null, "new": "M3"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "Versionner donn\u00e9es, mod\u00e8les et exp\u00e9riences"}, {"name": "name.en", "old": null, "new": "Version data, models and experiments"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai encore consign\u00e9 ni les donn\u00e9es ni les r\u00e9glages d\u2019un entra\u00eenement et j\u2019ignore \u00e0 quoi sert cette trace."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux dire ce qu\u2019il faut garder pour refaire un entra\u00eenement (donn\u00e9es, code, r\u00e9glages)\u202f; je n\u2019ai essay\u00e9 que chez moi ou en cours."}, {"name": "anchors.fr[2]", "old": null, "new": "En suivant une proc\u00e9dure ou avec de l\u2019aide, j\u2019ai enregistr\u00e9 un essai r\u00e9el, puis retrouv\u00e9 les donn\u00e9es exactes qui ont servi."}, {"name": "anchors.fr[3]", "old": null, "new": "Je relie sans aide chaque mod\u00e8le livr\u00e9 \u00e0 ses donn\u00e9es, son code et ses r\u00e9glages\u202f; d\u2019autres ont refait l\u2019entra\u00eenement sans moi."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai reproduit un r\u00e9sultat ancien malgr\u00e9 une trace incompl\u00e8te\u202f; on me consulte pour des donn\u00e9es trop lourdes ou trop mouvantes."}, {"name": "anchors.fr[5]", "old": null, "new": "Plusieurs \u00e9quipes tiennent le registre de mod\u00e8les que j\u2019ai con\u00e7u\u202f; les chiffres montrent qu\u2019on remonte plus vite \u00e0 l\u2019origine d\u2019un mod\u00e8le."}, {"name": "anchors.en[0]", "old": null, "new": "I have yet to record the data or settings of a training run, and could not say what such a record is for."}, {"name": "anchors.en[1]", "old": null, "new": "I can say what to keep so as to repeat a training run (data, code, settings); I have tried it only at home or in a course."}, {"name": "anchors.en[2]", "old": null, "new": "By following a procedure or with help, I have logged a real experiment and later found the exact data it used."}, {"name": "anchors.en[3]", "old": null, "new": "Unaided, I link each model I deliver to its data, code and settings; others have rerun the training without me."}, {"name": "anchors.en[4]", "old": null, "new": "I have reproduced an old result despite gaps in its record; colleagues consult me on data too large or too changeable to copy."}, {"name": "anchors.en[5]", "old": null, "new": "Several teams keep the model register that I designed; figures show that the origin of a model is traced faster."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"]}, {"name": "references.sfia", "old": null, "new": ["CFMG"]}, {"name": "references.dora", "old": null, "new": ["version-control"]}, {"name": "references.other", "old": null, "new": ["ml-ops.org: Versioning, Experiments tracking, Reproducibility"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(45,'2026-11-23 14:30:42.413563','import','added','skills','M4','[{"name": "code", "old": null, "new": "M4"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "AUTO"}, {"name": "name.fr", "old": null, "new": "Automatiser l\u2019entra\u00eenement d\u2019un mod\u00e8le"}, {"name": "name.en", "old": null, "new": "Automate the training of a model"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais automatis\u00e9 l\u2019entra\u00eenement d\u2019un mod\u00e8le et je ne saurais pas \u00e9num\u00e9rer les \u00e9tapes \u00e0 encha\u00eener."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux d\u00e9crire l\u2019encha\u00eenement, des donn\u00e9es au mod\u00e8le enregistr\u00e9\u202f; je n\u2019en ai mont\u00e9 un que sur ma machine, pour apprendre."}, {"name": "anchors.fr[2]", "old": null, "new": "\u00c0 partir d\u2019un exemple comment\u00e9 ou avec l\u2019aide de coll\u00e8gues, j\u2019ai automatis\u00e9 un entra\u00eenement r\u00e9el, sans geste manuel \u00e0 refaire."}, {"name": "anchors.fr[3]", "old": null, "new": "Je construis sans aide des entra\u00eenements planifi\u00e9s ou d\u00e9clench\u00e9s\u202f; un \u00e9chec se signale, et d\u2019autres utilisent les mod\u00e8les produits."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai remis d\u2019aplomb un entra\u00eenement trop long, trop cher ou sans cesse interrompu\u202f; des coll\u00e8gues me consultent pour les leurs."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai con\u00e7u la cha\u00eene d\u2019entra\u00eenement commune \u00e0 plusieurs \u00e9quipes\u202f; les mesures montrent qu\u2019un nouveau mod\u00e8le arrive plus vite."}, {"name": "anchors.en[0]", "old": null, "new": "I have never automated the training of a model, and could not list the steps to chain together."}, {"name": "anchors.en[1]", "old": null, "new": "I can describe the chain from data to saved model; I have built one only on my own machine, to learn."}, {"name": "anchors.en[2]", "old": null, "new": "From a worked example or with colleagues\u2019 help, I have automated a real training run, with no manual step left to repeat."}, {"name": "anchors.en[3]", "old": null, "new": "I build scheduled or triggered training runs unaided; a failure raises an alert, and others use the models produced."}, {"name": "anchors.en[4]", "old": null, "new": "I have put right a training run that took too long, cost too much or kept stopping; colleagues consult me about theirs."}, {"name": "anchors.en[5]", "old": null, "new": "I have designed the training pipeline that several teams share; measurements show that a new model arrives sooner."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d", "http://data.europa.eu/esco/skill/48db96bf-3314-45c6-bad8-fdb6e20e5639"]}, {"name": "references.sfia", "old": null, "new": ["MLNG", "DENG"]}, {"name": "references.dora", "old": null, "new": []}, {"name": "references.other", "old": null, "new": ["ml-ops.org: Automation, Continuous X", "Google MLOps level 1"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(46,'2026-11-23 14:30:42.413563','import','added','skills','M5','[{"name": "code", "old": null, "new": "M5"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "CI"}, {"name": "name.fr", "old": null, "new": "Valider un mod\u00e8le avant sa mise en service"}, {"name": "name.en", "old": null, "new": "Validate a model before it goes live"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais v\u00e9rifi\u00e9 un mod\u00e8le avant sa mise en service et j\u2019ignore pour quels motifs on pourrait le refuser."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux dire quels essais un mod\u00e8le doit r\u00e9ussir avant d\u2019atteindre ses utilisateurs\u202f; je n\u2019en ai men\u00e9 que dans un cours."}, {"name": "anchors.fr[2]", "old": null, "new": "Avec une grille ou l\u2019appui de quelqu\u2019un, j\u2019ai compar\u00e9 un vrai mod\u00e8le candidat \u00e0 l\u2019existant et \u00e9crit s\u2019il pouvait le remplacer."}, {"name": "anchors.fr[3]", "old": null, "new": "Je valide sans aide un mod\u00e8le ordinaire selon des seuils fix\u00e9s d\u2019avance, cas limites compris\u202f; l\u2019\u00e9quipe suit mon avis."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai fait \u00e9carter un mod\u00e8le bien not\u00e9 dont un essai plus pouss\u00e9 montrait le danger\u202f; on me consulte quand la d\u00e9cision est serr\u00e9e."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai rendu la validation obligatoire dans plusieurs \u00e9quipes\u202f; le journal montre moins de mod\u00e8les retir\u00e9s apr\u00e8s coup."}, {"name": "anchors.en[0]", "old": null, "new": "I have never checked a model before it went live, and could not say on what grounds one might turn it down."}, {"name": "anchors.en[1]", "old": null, "new": "I can say which trials a model should pass before it reaches users; I have run some only in a course."}, {"name": "anchors.en[2]", "old": null, "new": "With a checklist or someone\u2019s support, I have compared a real candidate with what was in use and noted whether it could replace it."}, {"name": "anchors.en[3]", "old": null, "new": "I validate ordinary models unaided against thresholds set beforehand, edge cases included; my team follows my verdict."}, {"name": "anchors.en[4]", "old": null, "new": "I have had a high-scoring model held back when a deeper trial showed a danger; colleagues consult me when the call is close."}, {"name": "anchors.en[5]", "old": null, "new": "I have made validation a required step in several teams; the log shows fewer models withdrawn after release."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d"]}, {"name": "references.sfia", "old": null, "new": ["MLNG", "TEST"]}, {"name": "references.dora", "old": null, "new": ["test-automation"]}, {"name": "references.other", "old": null, "new": ["ml-ops.org: Testing"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(47,'2026-11-23 14:30:42.413563','import','added','skills','M6','[{"name": "code", "old": null, "new": "M6"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "CD"}, {"name": "name.fr", "old": null, "new": "Mettre un mod\u00e8le en service"}, {"name": "name.en", "old": null, "new": "Put a model into service"}, {"name": "anchors.fr[0]", "old": null, "new": "Aucun mod\u00e8le n\u2019a encore atteint d\u2019utilisateurs par mes soins\u202f; je ne saurais pas dire ce qu\u2019il faut pr\u00e9voir autour."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer la diff\u00e9rence entre pr\u00e9dictions \u00e0 la demande et par lots\u202f; je n\u2019ai fait tourner un mod\u00e8le qu\u2019en d\u00e9monstration."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai mis un mod\u00e8le entre les mains de vrais utilisateurs, avec une proc\u00e9dure d\u00e9taill\u00e9e ou de l\u2019aide \u00e0 chaque \u00e9tape."}, {"name": "anchors.fr[3]", "old": null, "new": "Je mets sans aide des mod\u00e8les courants en service, avec un retour test\u00e9 \u00e0 la version pr\u00e9c\u00e9dente\u202f; d\u2019autres les utilisent."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai mis en service un mod\u00e8le sous forte contrainte de temps de r\u00e9ponse, de charge ou de mat\u00e9riel\u202f; on me demande quelle voie choisir."}, {"name": "anchors.fr[5]", "old": null, "new": "Gr\u00e2ce au parcours que j\u2019ai trac\u00e9, plusieurs \u00e9quipes d\u00e9ploient elles-m\u00eames leurs mod\u00e8les\u202f; le nombre de mises en service a augment\u00e9."}, {"name": "anchors.en[0]", "old": null, "new": "No model has yet reached users through me, and I could not say what has to be set up around one."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain how on-demand and batch predictions differ; I have run a model only as a demonstration."}, {"name": "anchors.en[2]", "old": null, "new": "I have put a model into the hands of real users, with a detailed procedure or help at each step."}, {"name": "anchors.en[3]", "old": null, "new": "I put ordinary models into service unaided, with a tested return to the previous version; others use them."}, {"name": "anchors.en[4]", "old": null, "new": "I have put a model into service within tight limits of response time, load or hardware; colleagues ask me which approach to take."}, {"name": "anchors.en[5]", "old": null, "new": "By the path I laid out, several teams now put their own models into service; the number of releases has grown."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b"]}, {"name": "references.sfia", "old": null, "new": ["DEPL"]}, {"name": "references.dora", "old": null, "new": ["deployment-automation"]}, {"name": "references.other", "old": null, "new": ["Google MLOps level 2"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(48,'2026-11-23 14:30:42.413563','import','added','skills','M7','[{"name": "code", "old": null, "new": "M7"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "MON"}, {"name": "name.fr", "old": null, "new": "Surveiller un mod\u00e8le en service"}, {"name": "name.en", "old": null, "new": "Watch a live model"}, {"name": "anchors.fr[0]", "old": null, "new": "Suivre un mod\u00e8le une fois en service serait nouveau pour moi\u202f; j\u2019ignore pourquoi ses r\u00e9ponses peuvent se d\u00e9grader."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer comment les donn\u00e9es et les r\u00e9sultats d\u00e9rivent\u202f; je l\u2019ai vu sur des exemples, pas sur un mod\u00e8le en service."}, {"name": "anchors.fr[2]", "old": null, "new": "Sur un mod\u00e8le en service, j\u2019ai suivi des indicateurs de d\u00e9rive et r\u00e9dig\u00e9 mes constats, avec un mode d\u2019emploi ou l\u2019aide de coll\u00e8gues."}, {"name": "anchors.fr[3]", "old": null, "new": "J\u2019installe sans aide le suivi des entr\u00e9es et des r\u00e9ponses, avec des seuils\u202f; l\u2019\u00e9quipe corrige ou r\u00e9entra\u00eene d\u2019apr\u00e8s mes alertes."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai expliqu\u00e9 une baisse lente avant que les r\u00e9sultats r\u00e9els soient connus\u202f; on vient me voir quand une alerte reste obscure."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai fix\u00e9 avec plusieurs \u00e9quipes qui surveille quoi et quand agir\u202f; les dates relev\u00e9es montrent des d\u00e9rives corrig\u00e9es plus t\u00f4t."}, {"name": "anchors.en[0]", "old": null, "new": "Following a model once it is live would be new to me; I could not explain why its answers may get worse."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain how data and results drift; I have seen it in examples, not on a model in service."}, {"name": "anchors.en[2]", "old": null, "new": "On a live model, I have tracked drift indicators and written up what I saw, with instructions or a colleague\u2019s help."}, {"name": "anchors.en[3]", "old": null, "new": "I set up tracking of inputs and answers unaided, with thresholds; my team fixes or retrains on my alerts."}, {"name": "anchors.en[4]", "old": null, "new": "I have explained a slow decline before the true outcomes were known; colleagues come to me when an alert makes no sense."}, {"name": "anchors.en[5]", "old": null, "new": "I have settled with several teams who watches what and when to act; dated records show drift corrected sooner."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/cc7370dd-69fa-4c67-a96f-d4d135d38700", "http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd"]}, {"name": "references.sfia", "old": null, "new": ["AVMT", "MLNG"]}, {"name": "references.dora", "old": null, "new": ["monitoring-and-observability"]}, {"name": "references.other", "old": null, "new": ["ml-ops.org: Monitoring"]}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(49,'2026-11-23 14:30:42.413563','import','added','skills','M8','[{"name": "code", "old": null, "new": "M8"}, {"name": "competency", "old": null, "new": "ML"}, {"name": "mission", "old": null, "new": "COLLAB"}, {"name": "name.fr", "old": null, "new": "Garder un mod\u00e8le \u00e9quitable et tra\u00e7able"}, {"name": "name.en", "old": null, "new": "Keep a model fair and traceable"}, {"name": "anchors.fr[0]", "old": null, "new": "Je n\u2019ai jamais cherch\u00e9 si un mod\u00e8le d\u00e9savantageait certaines personnes et je ne sais pas comment retracer une de ses d\u00e9cisions."}, {"name": "anchors.fr[1]", "old": null, "new": "Je peux expliquer d\u2019o\u00f9 viennent les biais et pourquoi on consigne les d\u00e9cisions\u202f; je n\u2019ai travaill\u00e9 que sur des cas d\u2019\u00e9cole."}, {"name": "anchors.fr[2]", "old": null, "new": "J\u2019ai compar\u00e9 les erreurs d\u2019un vrai mod\u00e8le d\u2019un groupe \u00e0 l\u2019autre et rempli sa fiche descriptive, avec une m\u00e9thode \u00e9crite ou un appui."}, {"name": "anchors.fr[3]", "old": null, "new": "Je mesure sans aide les \u00e9carts entre groupes et garde de quoi retracer une d\u00e9cision\u202f; d\u2019autres s\u2019en servent pour l\u2019expliquer."}, {"name": "anchors.fr[4]", "old": null, "new": "J\u2019ai corrig\u00e9 un \u00e9cart injuste d\u00fb \u00e0 une variable d\u2019apparence anodine\u202f; des coll\u00e8gues sollicitent mon avis sur les cas sensibles."}, {"name": "anchors.fr[5]", "old": null, "new": "J\u2019ai d\u00e9fini l\u2019examen d\u2019\u00e9quit\u00e9 et le journal des d\u00e9cisions de plusieurs \u00e9quipes\u202f; chaque r\u00e9clamation re\u00e7oit une explication."}, {"name": "anchors.en[0]", "old": null, "new": "I have never looked into whether a model treats some people worse, and could not say how to trace a decision it made."}, {"name": "anchors.en[1]", "old": null, "new": "I can explain where bias comes from and why decisions are logged; I have worked only on textbook cases."}, {"name": "anchors.en[2]", "old": null, "new": "I have compared a real model\u2019s errors from group to group and filled in its record sheet, with a written method or some help."}, {"name": "anchors.en[3]", "old": null, "new": "Unaided, I measure gaps between groups and keep what it takes to trace a decision; others use it to explain that decision."}, {"name": "anchors.en[4]", "old": null, "new": "I have fixed an unfair gap caused by a harmless-looking variable; colleagues seek my view on sensitive cases."}, {"name": "anchors.en[5]", "old": null, "new": "I have defined the fairness review and decision log of several teams; every complaint now receives an explanation."}, {"name": "references.esco", "old": null, "new": ["http://data.europa.eu/esco/skill/e9575f7f-053a-439e-8074-f93df3334e92"]}, {"name": "references.sfia", "old": null, "new": ["AIDE"]}, {"name": "references.dora", "old": null, "new": ["clear-and-communicated-ai-stance"]}, {"name": "references.other", "old": null, "new": []}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(50,'2026-11-23 14:30:42.413563','import','added','grades','junior','[{"name": "code", "old": null, "new": "junior"}, {"name": "name.fr", "old": null, "new": "Junior"}, {"name": "name.en", "old": null, "new": "Junior"}, {"name": "text.fr", "old": null, "new": "On vous confie des t\u00e2ches bien d\u00e9finies, avec un guide \u00e0 suivre ou l\u2019aide d\u2019une personne plus exp\u00e9riment\u00e9e, qui v\u00e9rifie votre travail avant sa mise en production. Vous aidez votre \u00e9quipe en menant ces t\u00e2ches \u00e0 leur terme, en posant vos questions t\u00f4t et en notant ce que vous apprenez."}, {"name": "text.en", "old": null, "new": "You are given well-defined tasks, with a guide to follow or help from a more experienced colleague, who checks your work before it goes live. You help your team by finishing those tasks, asking questions early and writing down what you learn."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(51,'2026-11-23 14:30:42.413563','import','added','grades','confirmed','[{"name": "code", "old": null, "new": "confirmed"}, {"name": "name.fr", "old": null, "new": "Confirm\u00e9"}, {"name": "name.en", "old": null, "new": "Mid-level"}, {"name": "text.fr", "old": null, "new": "On vous confie un service ou un sujet entier, dont vous vous occupez sans aide dans les cas courants\u202f; votre travail est relu entre coll\u00e8gues, comme celui de toute l\u2019\u00e9quipe. Vous relisez aussi celui des autres, vous guidez les personnes qui d\u00e9butent et vous demandez conseil pour les cas difficiles."}, {"name": "text.en", "old": null, "new": "You are trusted with a whole service or subject, which you look after unaided in ordinary cases; your work is reviewed by colleagues, as everyone\u2019s is. You review theirs too, you guide people who are starting out, and you ask for advice on the hard cases."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(52,'2026-11-23 14:30:42.413563','import','added','grades','senior','[{"name": "code", "old": null, "new": "senior"}, {"name": "name.fr", "old": null, "new": "Senior"}, {"name": "name.en", "old": null, "new": "Senior"}, {"name": "text.fr", "old": null, "new": "On vous confie les cas difficiles ou impr\u00e9vus, ainsi que des choix qui touchent plusieurs \u00e9quipes\u202f; personne ne contr\u00f4le chaque \u00e9tape, et c\u2019est vous qui demandez une relecture l\u00e0 o\u00f9 le risque l\u2019exige. Des coll\u00e8gues, parfois d\u2019autres \u00e9quipes, viennent vous demander conseil, et vous les aidez \u00e0 progresser."}, {"name": "text.en", "old": null, "new": "You are trusted with hard or unforeseen cases, and with choices that affect several teams; nobody checks each step, and it is you who ask for a review where the risk calls for one. Colleagues, sometimes from other teams, come to you for advice, and you help them to progress."}, {"name": "origin", "old": null, "new": "added"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(53,'2026-11-23 14:30:42.413563','import','added','roles','devops','[{"name": "code", "old": null, "new": "devops"}, {"name": "name.fr", "old": null, "new": "DevOps"}, {"name": "name.en", "old": null, "new": "DevOps"}, {"name": "summary.fr", "old": null, "new": "Faire passer un logiciel, sans heurt, de l\u2019\u00e9quipe qui le d\u00e9veloppe aux personnes qui l\u2019utilisent, et veiller \u00e0 sa bonne marche."}, {"name": "summary.en", "old": null, "new": "Getting software smoothly from the people who write it to the people who use it, and keeping it running well."}, {"name": "definition.fr", "old": null, "new": "Dans beaucoup d\u2019organisations, une \u00e9quipe d\u00e9veloppe un logiciel et une autre le fait fonctionner\u202f; quand chacune travaille de son c\u00f4t\u00e9, les nouveaut\u00e9s tardent et les m\u00eames pannes reviennent. Le DevOps est une fa\u00e7on de travailler qui r\u00e9unit ces deux activit\u00e9s, le d\u00e9veloppement et l\u2019exploitation\u00a0: son nom abr\u00e8ge les deux mots anglais qui les d\u00e9signent. C\u2019est aussi devenu le nom d\u2019un m\u00e9tier, celui de la personne qui rend ce travail commun possible. Cette personne veille \u00e0 ce que chaque modification soit test\u00e9e, mise en service puis suivie, par petites \u00e9tapes et sans interruption, et confie \u00e0 des programmes les op\u00e9rations qui se r\u00e9p\u00e8tent."}, {"name": "definition.en", "old": null, "new": "In many organisations, one team writes a piece of software and another runs it; when each works apart, improvements come late and the same failures return. DevOps is a way of working that joins these two activities, development and operations: its name is short for both words. It has also become the name of a job, that of the person who makes this shared work possible. That person sees that each change is tested, put into service and then watched, in small steps and without interruption, and hands repeated operations over to programs."}, {"name": "part.fr", "old": null, "new": "Ce m\u00e9tier fait le pont entre les personnes qui d\u00e9veloppent et celles qui exploitent\u00a0: les premi\u00e8res voient ce que devient leur travail une fois en service, les secondes savent \u00e0 l\u2019avance ce qui va changer. En une journ\u00e9e, on peut pr\u00e9parer une mise en production avec les deux \u00e9quipes, ajouter le test qui aurait \u00e9vit\u00e9 l\u2019erreur de la veille, remplacer par un script une op\u00e9ration faite \u00e0 la main et chercher pourquoi une page met du temps \u00e0 s\u2019afficher. Pendant un incident, on aide \u00e0 r\u00e9tablir le service et l\u2019on tient les autres inform\u00e9s\u202f; ensuite, on cherche ensemble comment \u00e9viter qu\u2019il ne se reproduise, sans d\u00e9signer de coupable."}, {"name": "part.en", "old": null, "new": "This job is a bridge between those who build and those who run: the former see what becomes of their work once it is live, the latter know in advance what is about to change. In one day, it may mean preparing a release with both teams, adding the test that would have prevented yesterday\u2019s mistake, replacing a manual operation with a script and finding out why a page is slow to appear. During an incident, it means helping to restore the service and keeping others informed; afterwards, working out together how to stop it happening again, without blaming anyone."}, {"name": "missions", "old": null, "new": ["COLLAB", "AUTO", "CI", "CD", "MON"]}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(54,'2026-11-23 14:30:42.413563','import','added','roles','mlops','[{"name": "code", "old": null, "new": "mlops"}, {"name": "extends", "old": null, "new": "devops"}, {"name": "name.fr", "old": null, "new": "MLOps"}, {"name": "name.en", "old": null, "new": "MLOps"}, {"name": "summary.fr", "old": null, "new": "Mettre en service des mod\u00e8les d\u2019intelligence artificielle et veiller \u00e0 ce que leurs r\u00e9ponses restent fiables au fil du temps."}, {"name": "summary.en", "old": null, "new": "Putting artificial-intelligence models into service and seeing that their answers stay reliable over time."}, {"name": "definition.fr", "old": null, "new": "Le MLOps \u00e9tend le DevOps aux logiciels qui reposent sur un mod\u00e8le d\u2019apprentissage automatique, c\u2019est-\u00e0-dire un programme qui apprend \u00e0 partir d\u2019exemples au lieu de suivre des r\u00e8gles \u00e9crites une \u00e0 une\u202f; les lettres ML sont l\u2019abr\u00e9viation anglaise d\u2019\u00ab\u00a0apprentissage automatique\u00a0\u00bb. On y fait tout ce que fait le DevOps, et l\u2019on y ajoute ce qu\u2019il faut \u00e0 un mod\u00e8le\u00a0: des donn\u00e9es contr\u00f4l\u00e9es, un entra\u00eenement que l\u2019on peut refaire, une validation avant la mise en service. Il faut aussi le surveiller autrement, car le monde change\u00a0: un mod\u00e8le juste au d\u00e9part peut se tromper de plus en plus sans qu\u2019aucune panne le signale, et c\u2019est ce que l\u2019on appelle la d\u00e9rive. Quand elle appara\u00eet, on entra\u00eene le mod\u00e8le sur des donn\u00e9es plus r\u00e9centes ou l\u2019on revient \u00e0 une solution plus s\u00fbre."}, {"name": "definition.en", "old": null, "new": "MLOps extends DevOps to software that relies on a machine-learning model, that is, a program that learns from examples instead of following rules written one by one; the letters ML stand for \u201cmachine learning\u201d. It does everything that DevOps does, and adds what a model needs: data that has been checked, training that can be repeated, validation before the model goes live. A model must also be watched in a different way, because the world changes: one that was right at first may be wrong more and more often without any failure to show it, and this is called drift. When drift appears, the model is trained on more recent data, or a safer solution takes its place."}, {"name": "part.fr", "old": null, "new": "Ce m\u00e9tier relie les personnes qui con\u00e7oivent un mod\u00e8le, celles qui fournissent les donn\u00e9es et celles qui font fonctionner le service. En une journ\u00e9e, on peut v\u00e9rifier que les donn\u00e9es re\u00e7ues sont compl\u00e8tes, relancer un entra\u00eenement et comparer le r\u00e9sultat au mod\u00e8le en place, mettre la nouvelle version en service pour une petite partie des demandes, puis suivre ses erreurs. On v\u00e9rifie aussi que le mod\u00e8le ne se trompe pas davantage pour certains groupes de personnes. Et l\u2019on garde de quoi retrouver quelle version, entra\u00een\u00e9e sur quelles donn\u00e9es, a donn\u00e9 une r\u00e9ponse contest\u00e9e."}, {"name": "part.en", "old": null, "new": "This job links the people who design a model, those who supply the data and those who run the service. In one day, it may mean checking that the data received is complete, training a model again and comparing it with the one in place, putting the new version into service for a small share of requests, then following its errors. It also means checking that the model is not wrong more often for some groups of people. And it means keeping enough of a record to find which version, trained on which data, gave an answer that someone disputes."}, {"name": "missions", "old": null, "new": ["COLLAB", "AUTO", "CI", "CD", "MON"]}, {"name": "origin", "old": null, "new": "source"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(55,'2026-11-23 14:30:42.413563','import','added','requirements','devops T1','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(56,'2026-11-23 14:30:42.413563','import','added','requirements','devops T2','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(57,'2026-11-23 14:30:42.413563','import','added','requirements','devops T3','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(58,'2026-11-23 14:30:42.413563','import','added','requirements','devops T4','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(59,'2026-11-23 14:30:42.413563','import','added','requirements','devops T5','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(60,'2026-11-23 14:30:42.413563','import','added','requirements','devops T6','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(61,'2026-11-23 14:30:42.413563','import','added','requirements','devops T7','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(62,'2026-11-23 14:30:42.413563','import','added','requirements','devops T8','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 2}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(63,'2026-11-23 14:30:42.413563','import','added','requirements','devops G1','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(64,'2026-11-23 14:30:42.413563','import','added','requirements','devops G2','[{"name": "weight", "old": null, "new": 1}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 2}, {"name": "levels.senior", "old": null, "new": 3}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(65,'2026-11-23 14:30:42.413563','import','added','requirements','devops G3','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 2}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(66,'2026-11-23 14:30:42.413563','import','added','requirements','devops G4','[{"name": "weight", "old": null, "new": 1}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 2}, {"name": "levels.senior", "old": null, "new": 3}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(67,'2026-11-23 14:30:42.413563','import','added','requirements','devops G5','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(68,'2026-11-23 14:30:42.413563','import','added','requirements','devops C1','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(69,'2026-11-23 14:30:42.413563','import','added','requirements','devops C2','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(70,'2026-11-23 14:30:42.413563','import','added','requirements','devops C3','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(71,'2026-11-23 14:30:42.413563','import','added','requirements','devops C4','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(72,'2026-11-23 14:30:42.413563','import','added','requirements','devops C5','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(73,'2026-11-23 14:30:42.413563','import','added','requirements','devops C6','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(74,'2026-11-23 14:30:42.413563','import','added','requirements','devops P1','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(75,'2026-11-23 14:30:42.413563','import','added','requirements','devops P2','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(76,'2026-11-23 14:30:42.413563','import','added','requirements','devops P3','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(77,'2026-11-23 14:30:42.413563','import','added','requirements','devops P4','[{"name": "weight", "old": null, "new": 1}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 3}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(78,'2026-11-23 14:30:42.413563','import','added','requirements','devops P5','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(79,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M1','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 2}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(80,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M2','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(81,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M3','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(82,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M4','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(83,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M5','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(84,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M6','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(85,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M7','[{"name": "weight", "old": null, "new": 3}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 3}, {"name": "levels.senior", "old": null, "new": 4}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(86,'2026-11-23 14:30:42.413563','import','added','requirements','mlops M8','[{"name": "weight", "old": null, "new": 2}, {"name": "levels.junior", "old": null, "new": 1}, {"name": "levels.confirmed", "old": null, "new": 2}, {"name": "levels.senior", "old": null, "new": 3}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(87,'2026-11-23 14:30:42.413563','import','added','salaries','devops junior FR','[{"name": "role", "old": null, "new": "devops"}, {"name": "grade", "old": null, "new": "junior"}, {"name": "currency", "old": null, "new": "EUR"}, {"name": "country", "old": null, "new": "FR"}, {"name": "source", "old": null, "new": "Apec (Association pour l\u2019emploi des cadres)"}, {"name": "year", "old": null, "new": 2023}, {"name": "status", "old": null, "new": "to_complete"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(88,'2026-11-23 14:30:42.413563','import','added','salaries','devops senior FR','[{"name": "role", "old": null, "new": "devops"}, {"name": "grade", "old": null, "new": "senior"}, {"name": "currency", "old": null, "new": "EUR"}, {"name": "country", "old": null, "new": "FR"}, {"name": "source", "old": null, "new": "Apec (Association pour l\u2019emploi des cadres)"}, {"name": "year", "old": null, "new": 2023}, {"name": "status", "old": null, "new": "to_complete"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(89,'2026-11-23 14:30:42.413563','import','added','salaries','mlops junior FR','[{"name": "role", "old": null, "new": "mlops"}, {"name": "grade", "old": null, "new": "junior"}, {"name": "currency", "old": null, "new": "EUR"}, {"name": "country", "old": null, "new": "FR"}, {"name": "source", "old": null, "new": "Apec (Association pour l\u2019emploi des cadres)"}, {"name": "year", "old": null, "new": 2023}, {"name": "status", "old": null, "new": "to_complete"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(90,'2026-11-23 14:30:42.413563','import','added','salaries','mlops senior FR','[{"name": "role", "old": null, "new": "mlops"}, {"name": "grade", "old": null, "new": "senior"}, {"name": "currency", "old": null, "new": "EUR"}, {"name": "country", "old": null, "new": "FR"}, {"name": "source", "old": null, "new": "Apec (Association pour l\u2019emploi des cadres)"}, {"name": "year", "old": null, "new": 2023}, {"name": "status", "old": null, "new": "to_complete"}]','a test',NULL);
INSERT INTO "assessment_cataloguechange" VALUES(91,'2026-11-23 14:30:43.047800','publish','','','2','[]','',NULL);
CREATE TABLE "assessment_catalogueversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "document" text NOT NULL, "sha256" varchar(64) NOT NULL, "published" datetime NOT NULL, "published_by_id" bigint NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "codes" text NOT NULL CHECK ((JSON_VALID("codes") OR "codes" IS NULL)), "note" text NOT NULL, CONSTRAINT "version_number_from_1" CHECK ("number" >= 1));
INSERT INTO "assessment_catalogueversion" VALUES(1,1,'{
 "competencies": [
  {
   "code": "TECH",
   "name": {
    "en": "Technical skills",
    "fr": "Compétences techniques"
   },
   "origin": "source",
   "text": {
    "en": "Everything that leads from code to a working service: versions, scripts, tests, infrastructure, releases, monitoring and security.",
    "fr": "Tout ce qui mène du code à un service qui fonctionne : versions, scripts, tests, infrastructure, mise en production, supervision et sécurité."
   }
  },
  {
   "code": "PM",
   "name": {
    "en": "Project management",
    "fr": "Gestion de projet"
   },
   "origin": "source",
   "text": {
    "en": "Breaking work into small batches, estimating effort, limiting what is under way, showing where things stand and making each change less risky.",
    "fr": "Découper le travail en petits lots, estimer la charge, limiter ce qui est en cours, montrer où l’on en est et rendre chaque changement moins risqué."
   }
  },
  {
   "code": "COM",
   "name": {
    "en": "Communication",
    "fr": "Communication"
   },
   "origin": "source",
   "text": {
    "en": "Clarifying a need, explaining without jargon, writing documentation that gets used, commenting tactfully on others’ work, cooperating across teams and keeping people informed during an incident.",
    "fr": "Clarifier un besoin, expliquer sans jargon, écrire une documentation qui sert, commenter le travail d’autrui avec tact, coopérer entre équipes et informer pendant un incident."
   }
  },
  {
   "code": "PRO",
   "name": {
    "en": "Proactivity",
    "fr": "Proactivité"
   },
   "origin": "source",
   "text": {
    "en": "Flagging a problem before it hurts, proposing an improvement and measuring its effect, learning from an incident, keeping one’s knowledge up to date and carrying a task through to the end.",
    "fr": "Signaler un problème avant qu’il ne gêne, proposer une amélioration et en mesurer l’effet, tirer les leçons d’un incident, continuer d’apprendre et mener une tâche jusqu’au bout."
   }
  },
  {
   "code": "ML",
   "name": {
    "en": "Machine-learning knowledge",
    "fr": "Connaissance de l’apprentissage automatique"
   },
   "origin": "source",
   "text": {
    "en": "For MLOps only: checking data, training, evaluating and validating a model, putting it into service, watching it, and seeing that it stays fair and traceable.",
    "fr": "Pour le MLOps seulement : contrôler les données, entraîner, évaluer et valider un modèle, le mettre en service, le surveiller, et veiller à ce qu’il reste équitable et traçable."
   }
  }
 ],
 "format": "careerquiz-catalogue/1",
 "grades": [
  {
   "code": "junior",
   "name": {
    "en": "Junior",
    "fr": "Junior"
   },
   "origin": "added",
   "text": {
    "en": "You are given well-defined tasks, with a guide to follow or help from a more experienced colleague, who checks your work before it goes live. You help your team by finishing those tasks, asking questions early and writing down what you learn.",
    "fr": "On vous confie des tâches bien définies, avec un guide à suivre ou l’aide d’une personne plus expérimentée, qui vérifie votre travail avant sa mise en production. Vous aidez votre équipe en menant ces tâches à leur terme, en posant vos questions tôt et en notant ce que vous apprenez."
   }
  },
  {
   "code": "confirmed",
   "name": {
    "en": "Mid-level",
    "fr": "Confirmé"
   },
   "origin": "added",
   "text": {
    "en": "You are trusted with a whole service or subject, which you look after unaided in ordinary cases; your work is reviewed by colleagues, as everyone’s is. You review theirs too, you guide people who are starting out, and you ask for advice on the hard cases.",
    "fr": "On vous confie un service ou un sujet entier, dont vous vous occupez sans aide dans les cas courants ; votre travail est relu entre collègues, comme celui de toute l’équipe. Vous relisez aussi celui des autres, vous guidez les personnes qui débutent et vous demandez conseil pour les cas difficiles."
   }
  },
  {
   "code": "senior",
   "name": {
    "en": "Senior",
    "fr": "Senior"
   },
   "origin": "added",
   "text": {
    "en": "You are trusted with hard or unforeseen cases, and with choices that affect several teams; nobody checks each step, and it is you who ask for a review where the risk calls for one. Colleagues, sometimes from other teams, come to you for advice, and you help them to progress.",
    "fr": "On vous confie les cas difficiles ou imprévus, ainsi que des choix qui touchent plusieurs équipes ; personne ne contrôle chaque étape, et c’est vous qui demandez une relecture là où le risque l’exige. Des collègues, parfois d’autres équipes, viennent vous demander conseil, et vous les aidez à progresser."
   }
  }
 ],
 "levels": [
  {
   "anchor": {
    "en": "I have never done it and could not explain it.",
    "fr": "Je ne l’ai jamais fait et je ne saurais pas l’expliquer."
   },
   "name": {
    "en": "Not yet",
    "fr": "Pas encore"
   },
   "origin": "added",
   "value": 0
  },
  {
   "anchor": {
    "en": "I can explain the idea; I have not done it for real.",
    "fr": "Je peux en expliquer le principe ; je ne l’ai pas fait en situation réelle."
   },
   "name": {
    "en": "Aware",
    "fr": "Notions"
   },
   "origin": "added",
   "value": 1
  },
  {
   "anchor": {
    "en": "I have done it for real, with help from a person or a step-by-step guide.",
    "fr": "Je l’ai fait pour de vrai, avec l’aide d’une personne ou d’un guide pas à pas."
   },
   "name": {
    "en": "Guided",
    "fr": "Accompagné"
   },
   "origin": "added",
   "value": 2
  },
  {
   "anchor": {
    "en": "I do it unaided in ordinary cases, and others use the result.",
    "fr": "Je le fais sans aide dans les cas courants, et d’autres utilisent le résultat."
   },
   "name": {
    "en": "Independent",
    "fr": "Autonome"
   },
   "origin": "added",
   "value": 3
  },
  {
   "anchor": {
    "en": "I also settle hard or unforeseen cases, and colleagues come to me for advice.",
    "fr": "Je règle aussi les cas difficiles ou imprévus, et des collègues me demandent conseil."
   },
   "name": {
    "en": "Advanced",
    "fr": "Maîtrise"
   },
   "origin": "added",
   "value": 4
  },
  {
   "anchor": {
    "en": "I have set or changed how several teams do it, and can show the effect.",
    "fr": "J’ai défini ou changé la façon de faire de plusieurs équipes, et je peux en montrer l’effet."
   },
   "name": {
    "en": "Lead",
    "fr": "Référent"
   },
   "origin": "added",
   "value": 5
  }
 ],
 "missions": [
  {
   "code": "COLLAB",
   "name": {
    "en": "Collaboration",
    "fr": "Collaboration"
   },
   "origin": "source",
   "text": {
    "en": "Bring together, from the start of a project, the people who build a piece of software and those who run it, with the same goals and the same information. A problem is then solved jointly, often before it troubles anyone, instead of being passed from team to team.",
    "fr": "Faire travailler ensemble, dès le début d’un projet, les personnes qui développent un logiciel et celles qui le font fonctionner, avec les mêmes objectifs et les mêmes informations. Un problème se règle alors à plusieurs, souvent avant de gêner qui que ce soit, au lieu de passer d’une équipe à l’autre."
   }
  },
  {
   "code": "AUTO",
   "name": {
    "en": "Automation",
    "fr": "Automatisation"
   },
   "origin": "source",
   "text": {
    "en": "Hand repeated operations over to a program: preparing a server, backing up data, checking a configuration. They are done the same way every time, with fewer slips, which leaves more time to answer the people being served.",
    "fr": "Confier à un programme les opérations qui se répètent : préparer un serveur, sauvegarder des données, vérifier une configuration. Elles se font chaque fois de la même façon, avec moins d’oublis, et il reste plus de temps pour répondre aux demandes des personnes que l’on sert."
   }
  },
  {
   "code": "CI",
   "name": {
    "en": "Continuous integration",
    "fr": "Intégration continue"
   },
   "origin": "source",
   "text": {
    "en": "Bring together, often and in small amounts, the changes made by everyone in the team, and test them automatically each time. A mistake shows early, while it is still easy to mend, and usually before it reaches the people who use the software.",
    "fr": "Réunir souvent, en petites quantités, les modifications faites par chaque personne de l’équipe, et les tester automatiquement à chaque fois. Une erreur se voit tôt, quand elle est encore facile à corriger, et le plus souvent avant d’atteindre les personnes qui utilisent le logiciel."
   }
  },
  {
   "code": "CD",
   "name": {
    "en": "Continuous delivery",
    "fr": "Livraison continue"
   },
   "origin": "source",
   "text": {
    "en": "Keep the software ready to go live at any moment, by a tried and tested procedure, without interrupting the service and with a way back. A fix that people are waiting for reaches them as soon as it is ready, not with the next big update.",
    "fr": "Garder le logiciel prêt à être mis en production à tout moment, par une procédure éprouvée, sans interrompre le service et avec un retour arrière possible. Une correction attendue est disponible dès qu’elle est prête, sans attendre la prochaine grande mise à jour."
   }
  },
  {
   "code": "MON",
   "name": {
    "en": "Monitoring",
    "fr": "Surveillance"
   },
   "origin": "source",
   "text": {
    "en": "Follow the state of a service in real time (response times, errors, space left) and receive an alert when a measure is out of the ordinary. One can then act before a failure, or restore the service sooner, without waiting for someone to complain.",
    "fr": "Suivre en temps réel l’état d’un service (temps de réponse, erreurs, espace disponible) et recevoir une alerte quand une mesure sort de l’ordinaire. On peut alors agir avant la panne ou rétablir le service plus vite, sans attendre qu’une personne gênée se plaigne."
   }
  }
 ],
 "roles": [
  {
   "code": "devops",
   "definition": {
    "en": "In many organisations, one team writes a piece of software and another runs it; when each works apart, improvements come late and the same failures return. DevOps is a way of working that joins these two activities, development and operations: its name is short for both words. It has also become the name of a job, that of the person who makes this shared work possible. That person sees that each change is tested, put into service and then watched, in small steps and without interruption, and hands repeated operations over to programs.",
    "fr": "Dans beaucoup d’organisations, une équipe développe un logiciel et une autre le fait fonctionner ; quand chacune travaille de son côté, les nouveautés tardent et les mêmes pannes reviennent. Le DevOps est une façon de travailler qui réunit ces deux activités, le développement et l’exploitation : son nom abrège les deux mots anglais qui les désignent. C’est aussi devenu le nom d’un métier, celui de la personne qui rend ce travail commun possible. Cette personne veille à ce que chaque modification soit testée, mise en service puis suivie, par petites étapes et sans interruption, et confie à des programmes les opérations qui se répètent."
   },
   "extends": null,
   "missions": [
    "COLLAB",
    "AUTO",
    "CI",
    "CD",
    "MON"
   ],
   "name": {
    "en": "DevOps",
    "fr": "DevOps"
   },
   "origin": "source",
   "part": {
    "en": "This job is a bridge between those who build and those who run: the former see what becomes of their work once it is live, the latter know in advance what is about to change. In one day, it may mean preparing a release with both teams, adding the test that would have prevented yesterday’s mistake, replacing a manual operation with a script and finding out why a page is slow to appear. During an incident, it means helping to restore the service and keeping others informed; afterwards, working out together how to stop it happening again, without blaming anyone.",
    "fr": "Ce métier fait le pont entre les personnes qui développent et celles qui exploitent : les premières voient ce que devient leur travail une fois en service, les secondes savent à l’avance ce qui va changer. En une journée, on peut préparer une mise en production avec les deux équipes, ajouter le test qui aurait évité l’erreur de la veille, remplacer par un script une opération faite à la main et chercher pourquoi une page met du temps à s’afficher. Pendant un incident, on aide à rétablir le service et l’on tient les autres informés ; ensuite, on cherche ensemble comment éviter qu’il ne se reproduise, sans désigner de coupable."
   },
   "requirements": {
    "C1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "C2": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "C3": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "C4": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "C5": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "C6": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "G1": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "G2": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 3
     },
     "weight": 1
    },
    "G3": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "G4": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 3
     },
     "weight": 1
    },
    "G5": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "P1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "P2": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "P3": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "P4": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 3
     },
     "weight": 1
    },
    "P5": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "T1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "T2": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "T3": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "T4": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "T5": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "T6": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "T7": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "T8": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    }
   },
   "summary": {
    "en": "Getting software smoothly from the people who write it to the people who use it, and keeping it running well.",
    "fr": "Faire passer un logiciel, sans heurt, de l’équipe qui le développe aux personnes qui l’utilisent, et veiller à sa bonne marche."
   }
  },
  {
   "code": "mlops",
   "definition": {
    "en": "MLOps extends DevOps to software that relies on a machine-learning model, that is, a program that learns from examples instead of following rules written one by one; the letters ML stand for “machine learning”. It does everything that DevOps does, and adds what a model needs: data that has been checked, training that can be repeated, validation before the model goes live. A model must also be watched in a different way, because the world changes: one that was right at first may be wrong more and more often without any failure to show it, and this is called drift. When drift appears, the model is trained on more recent data, or a safer solution takes its place.",
    "fr": "Le MLOps étend le DevOps aux logiciels qui reposent sur un modèle d’apprentissage automatique, c’est-à-dire un programme qui apprend à partir d’exemples au lieu de suivre des règles écrites une à une ; les lettres ML sont l’abréviation anglaise d’« apprentissage automatique ». On y fait tout ce que fait le DevOps, et l’on y ajoute ce qu’il faut à un modèle : des données contrôlées, un entraînement que l’on peut refaire, une validation avant la mise en service. Il faut aussi le surveiller autrement, car le monde change : un modèle juste au départ peut se tromper de plus en plus sans qu’aucune panne le signale, et c’est ce que l’on appelle la dérive. Quand elle apparaît, on entraîne le modèle sur des données plus récentes ou l’on revient à une solution plus sûre."
   },
   "extends": "devops",
   "missions": [
    "COLLAB",
    "AUTO",
    "CI",
    "CD",
    "MON"
   ],
   "name": {
    "en": "MLOps",
    "fr": "MLOps"
   },
   "origin": "source",
   "part": {
    "en": "This job links the people who design a model, those who supply the data and those who run the service. In one day, it may mean checking that the data received is complete, training a model again and comparing it with the one in place, putting the new version into service for a small share of requests, then following its errors. It also means checking that the model is not wrong more often for some groups of people. And it means keeping enough of a record to find which version, trained on which data, gave an answer that someone disputes.",
    "fr": "Ce métier relie les personnes qui conçoivent un modèle, celles qui fournissent les données et celles qui font fonctionner le service. En une journée, on peut vérifier que les données reçues sont complètes, relancer un entraînement et comparer le résultat au modèle en place, mettre la nouvelle version en service pour une petite partie des demandes, puis suivre ses erreurs. On vérifie aussi que le modèle ne se trompe pas davantage pour certains groupes de personnes. Et l’on garde de quoi retrouver quelle version, entraînée sur quelles données, a donné une réponse contestée."
   },
   "requirements": {
    "M1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "M2": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M3": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "M4": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M5": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M6": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M7": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M8": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 3
     },
     "weight": 2
    }
   },
   "summary": {
    "en": "Putting artificial-intelligence models into service and seeing that their answers stay reliable over time.",
    "fr": "Mettre en service des modèles d’intelligence artificielle et veiller à ce que leurs réponses restent fiables au fil du temps."
   }
  }
 ],
 "salaries": [
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "junior",
   "high": null,
   "low": null,
   "population": null,
   "role": "devops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  },
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "senior",
   "high": null,
   "low": null,
   "population": null,
   "role": "devops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  },
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "junior",
   "high": null,
   "low": null,
   "population": null,
   "role": "mlops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  },
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "senior",
   "high": null,
   "low": null,
   "population": null,
   "role": "mlops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  }
 ],
 "skills": [
  {
   "anchors": {
    "en": [
     "I have never saved work in a version-control system and could not say what one is for.",
     "I can explain what commits, branches and merges are for, but have used them only in exercises.",
     "I have put my changes into a team’s repository, following written steps or with someone beside me.",
     "I branch, merge and resolve simple conflicts unaided; the team builds on the result.",
     "I have recovered lost work or untangled a damaged history; colleagues call me when theirs goes wrong.",
     "Several teams follow the branching rules I set; I can put a figure on the shorter wait before a merge."
    ],
    "fr": [
     "Je n’ai jamais enregistré de travail dans un gestionnaire de versions et je ne saurais pas dire à quoi il sert.",
     "Je peux expliquer à quoi servent un commit, une branche et une fusion ; je ne les ai pratiqués qu’en exercice.",
     "J’ai versé mes modifications dans le dépôt d’une équipe, en suivant un mode d’emploi ou avec quelqu’un à mes côtés.",
     "Sans aide, je crée des branches, je fusionne et je règle les conflits simples ; l’équipe travaille à partir du résultat.",
     "J’ai récupéré du travail perdu ou démêlé un historique abîmé ; mes collègues m’appellent quand le leur s’embrouille.",
     "Plusieurs équipes suivent les règles de branches que j’ai fixées ; l’attente avant fusion a baissé, j’en ai le chiffre."
    ]
   },
   "code": "T1",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Keep code under version control",
    "fr": "Gérer le code et ses versions"
   },
   "origin": "added",
   "references": {
    "dora": [
     "version-control"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"
    ],
    "other": [],
    "sfia": [
     "CFMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have yet to write my first script, and could not explain how one carries out a task for me.",
     "I can read a short script and say what it does; if I have written any, it was only to learn.",
     "I have replaced a real manual task with a script, adapted from a worked example or written with help.",
     "I write, unaided, scripts that stop on an error and say why; others run them without me.",
     "I have hardened a script against surprises (an interruption, a bad file, a double run); people bring me the stubborn cases.",
     "I got several teams to replace repetitive chores with shared scripts, and have counted the hours saved."
    ],
    "fr": [
     "Je n’ai encore écrit aucun script ; je ne pourrais pas expliquer comment il exécute une tâche à ma place.",
     "Je peux lire un script court et dire ce qu’il fait ; si j’en ai écrit, c’était seulement pour apprendre.",
     "J’ai remplacé une vraie tâche manuelle par un script, adapté d’un exemple commenté ou écrit avec de l’aide.",
     "J’écris sans aide des scripts qui s’arrêtent en cas d’erreur et disent pourquoi ; d’autres les lancent sans moi.",
     "J’ai fiabilisé un script face à l’imprévu (coupure, fichier abîmé, double lancement) ; on me soumet les cas qui résistent.",
     "Dans plusieurs équipes, j’ai fait remplacer des tâches répétitives par des scripts partagés, et j’ai compté les heures gagnées."
    ]
   },
   "code": "T2",
   "competency": "TECH",
   "mission": "AUTO",
   "name": {
    "en": "Automate a task with a script",
    "fr": "Automatiser une tâche par un script"
   },
   "origin": "added",
   "references": {
    "dora": [
     "deployment-automation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/5ef0c719-5bcb-49f8-b8eb-824388225333"
    ],
    "other": [],
    "sfia": [
     "PROG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "Describing a server or a network in a file is new to me: I have never done it and could not say why one would.",
     "I can explain why to describe a server in files rather than set it up by hand; at most, I have tried it in a course.",
     "I have changed and applied the description of a real environment, with a guide or a colleague’s support at each step.",
     "From my files alone, I build an ordinary environment unaided; others deploy their work to it.",
     "I have moved a live, hand-configured system into files without an outage; people ask my advice on such moves.",
     "Several teams start from the templates I made, and I can show how much time each new environment now saves them."
    ],
    "fr": [
     "Décrire un serveur ou un réseau dans un fichier, je ne l’ai jamais fait ; à quoi cela sert, je ne saurais pas le dire.",
     "Je peux expliquer l’intérêt de décrire un serveur en fichiers au lieu de le régler à la main ; au plus, je l’ai essayé en cours.",
     "J’ai modifié puis appliqué la description d’un environnement réel, avec un guide ou l’appui de collègues à chaque étape.",
     "À partir de mes seuls fichiers, je monte sans aide un environnement courant ; d’autres y déploient leur travail.",
     "J’ai transposé en fichiers, sans coupure, un système en service réglé à la main ; on me consulte pour ce genre de reprise.",
     "Plusieurs équipes partent des fichiers types que j’ai créés ; je peux montrer combien de temps elles gagnent par environnement."
    ]
   },
   "code": "T3",
   "competency": "TECH",
   "mission": "AUTO",
   "name": {
    "en": "Describe infrastructure as code",
    "fr": "Décrire l’infrastructure sous forme de code"
   },
   "origin": "added",
   "references": {
    "dora": [
     "flexible-infrastructure",
     "platform-engineering"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/6195c5f7-a4fb-425d-a3dd-c4467c4471a3",
     "http://data.europa.eu/esco/skill/ce8ae6ca-61d8-4174-b457-641de96cbff4",
     "http://data.europa.eu/esco/skill/ae4f0cc6-e0b9-47f5-bdca-2fc2e6316dce"
    ],
    "other": [
     "RNCP36061"
    ],
    "sfia": [
     "ITOP",
     "IFDN"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never used a continuous-integration pipeline; asked what one does, I would have no answer yet.",
     "I can describe how a pipeline builds, tests and reports failures; I have not worked on one in a real project.",
     "I have added or fixed a step in a real project’s pipeline, following a tutorial or with a helping hand.",
     "I have set up, unaided, a pipeline that checks every change, and I mend it if it breaks; the team relies on it.",
     "I have removed the cause of random failures or delays in a pipeline; colleagues turn to me when theirs is stuck.",
     "I had several teams adopt a common base pipeline; they wait less for a verdict, and I keep the timings."
    ],
    "fr": [
     "Je n’ai jamais utilisé de chaîne d’intégration continue ; si on me demandait ce qu’elle fait, je ne saurais pas répondre.",
     "Je peux décrire comment une chaîne assemble, teste et signale les échecs ; je n’ai touché à aucune sur un vrai projet.",
     "J’ai ajouté ou corrigé une étape dans la chaîne d’un vrai projet, en suivant un tutoriel ou avec un coup de main.",
     "J’ai monté sans aide une chaîne qui vérifie chaque modification, et je la répare si elle casse ; l’équipe s’appuie dessus.",
     "J’ai supprimé la cause d’échecs aléatoires ou de lenteurs dans une chaîne ; des collègues me sollicitent quand la leur bloque.",
     "J’ai fait adopter une chaîne de base commune à plusieurs équipes ; elles attendent moins le verdict, et j’en tiens le relevé."
    ]
   },
   "code": "T4",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Run a continuous-integration pipeline",
    "fr": "Faire vivre une chaîne d’intégration continue"
   },
   "origin": "added",
   "references": {
    "dora": [
     "continuous-integration",
     "trunk-based-development"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/f47a1998-0beb-43be-9f46-380aa4d183da"
    ],
    "other": [],
    "sfia": [
     "SINT"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never written a test that a machine can rerun, nor could I yet say what such a test would check.",
     "I can explain how a unit test differs from an end-to-end one, but have written neither for a real project.",
     "I have added tests to a real project, working in a pair or from an example explained step by step.",
     "Along with my code I write, unaided, tests that fail if the code breaks; the team runs them on every change.",
     "I have put hard-to-test code under test or cured flaky tests; others ask me where to begin with theirs.",
     "Several teams test by a practice I brought in; fewer bugs slip past them, and the chart shows it."
    ],
    "fr": [
     "Je n’ai jamais écrit de test qu’une machine puisse rejouer ; pour l’instant, je ne saurais pas dire ce qu’il vérifierait.",
     "Je peux expliquer ce qui sépare un test unitaire d’un test de bout en bout, sans en avoir écrit pour un vrai projet.",
     "J’ai ajouté des tests à un vrai projet, en binôme ou à partir d’un exemple expliqué pas à pas.",
     "Avec mon code, j’écris sans aide des tests qui échouent si on le casse ; l’équipe les lance à chaque modification.",
     "J’ai mis sous test un code qui s’y prêtait mal ou stabilisé des tests capricieux ; on me demande par où commencer.",
     "Plusieurs équipes testent selon une pratique que j’ai introduite ; moins d’anomalies leur échappent, la courbe le montre."
    ]
   },
   "code": "T5",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Write automated tests",
    "fr": "Écrire des tests automatisés"
   },
   "origin": "added",
   "references": {
    "dora": [
     "test-automation",
     "test-data-management"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/6a322874-e32f-4cd8-9683-badce67a7f73"
    ],
    "other": [],
    "sfia": [
     "TEST",
     "NFTS"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never put a version live, and going back to the previous one is a step I could not describe.",
     "I can describe the steps of a release and of its rollback, but have not yet carried out a real one.",
     "I have put a version live, rollback prepared, using a detailed procedure or the team’s help.",
     "I release versions that others use, unaided, and have checked that going back works.",
     "I have carried out a difficult rollback, say with the database already changed; I am consulted before tricky releases.",
     "I reshaped how several teams release: they ship more often and failures end sooner, with figures to show for it."
    ],
    "fr": [
     "Je n’ai jamais mis de version en production, et revenir à la précédente est une manœuvre que je ne pourrais pas décrire.",
     "Je peux décrire les étapes d’une mise en production et du retour arrière, sans en avoir encore mené une vraie.",
     "J’ai mis une version en production, retour arrière préparé, avec une procédure détaillée ou l’aide de l’équipe.",
     "Je mets en production sans aide des versions que d’autres utilisent, et j’ai vérifié que le retour arrière fonctionne.",
     "J’ai réussi un retour arrière difficile (base de données déjà modifiée, par exemple) ; on me consulte avant une livraison délicate.",
     "J’ai changé la façon de livrer de plusieurs équipes : livraisons plus fréquentes, pannes plus courtes, chiffres à l’appui."
    ]
   },
   "code": "T6",
   "competency": "TECH",
   "mission": "CD",
   "name": {
    "en": "Release with a way back",
    "fr": "Mettre en production avec un retour arrière possible"
   },
   "origin": "added",
   "references": {
    "dora": [
     "continuous-delivery",
     "deployment-automation",
     "database-change-management"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b"
    ],
    "other": [
     "RNCP36061"
    ],
    "sfia": [
     "DEPL",
     "RELM"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never kept watch on a live service; I do not yet know what one should look at, or why.",
     "I can say what a metric, a log and an alert each reveal; I have seen them only in courses or demos.",
     "I have added a chart or an alert to a live service, following instructions or someone’s advice.",
     "I chose and set up a service’s metrics and alerts unaided; the team that runs it acts on them.",
     "I have found the cause of a failure that no alert announced; I get called when the charts say nothing.",
     "I reviewed with several teams what deserves an alert; false alarms have dropped, as the monthly count shows."
    ],
    "fr": [
     "Je n’ai jamais suivi l’état d’un service en production ; j’ignore encore ce qu’il faudrait y regarder, et pourquoi.",
     "Je peux dire ce que nous apprennent une mesure, un journal et une alerte ; je n’en ai vu qu’en cours ou en démonstration.",
     "J’ai ajouté un graphique ou une alerte à un service en production, en suivant une notice ou les conseils de quelqu’un.",
     "J’ai choisi et posé sans aide les mesures et les alertes d’un service ; l’équipe qui l’exploite s’en sert pour intervenir.",
     "J’ai trouvé la cause d’une panne qu’aucune alerte n’annonçait ; on fait appel à moi quand les courbes ne disent rien.",
     "J’ai revu avec plusieurs équipes ce qui mérite une alerte ; les fausses alertes ont reculé, le décompte mensuel en témoigne."
    ]
   },
   "code": "T7",
   "competency": "TECH",
   "mission": "MON",
   "name": {
    "en": "Monitor a live service",
    "fr": "Superviser un service en production"
   },
   "origin": "added",
   "references": {
    "dora": [
     "monitoring-and-observability"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd",
     "http://data.europa.eu/esco/skill/8efa6a7a-6556-4cb8-908d-59d3b5c58d2f"
    ],
    "other": [
     "RNCP36061"
    ],
    "sfia": [
     "AVMT",
     "SLMO"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never checked the security of a program or a server and could not explain how to go about it.",
     "I can name common flaws and say at which step to look for them; I have dealt with none outside an exercise.",
     "With a checklist or someone’s help, I have fixed a flaw or taken a password out of a real project’s code.",
     "I have put security checks in place unaided, from design to release; the team fixes what they find.",
     "I have contained a leaked key or a flaw with no known fix; colleagues consult me from the design stage on.",
     "I made security a habit in several teams; flaws are fixed sooner, and the dates prove it."
    ],
    "fr": [
     "Je n’ai jamais vérifié la sécurité d’un logiciel ou d’un serveur et je ne saurais pas expliquer comment on s’y prend.",
     "Je peux citer des failles courantes et dire à quelle étape les chercher ; je n’en ai traité aucune hors d’un exercice.",
     "Avec une fiche ou l’aide de quelqu’un, j’ai corrigé une faille ou retiré un mot de passe du code d’un vrai projet.",
     "J’ai placé sans aide des contrôles de sécurité, de la conception à la livraison ; l’équipe corrige ce qu’ils trouvent.",
     "J’ai maîtrisé la fuite d’une clé ou une faille sans correctif connu ; des collègues me consultent dès la conception.",
     "J’ai fait de la sécurité une habitude dans plusieurs équipes ; les failles y sont corrigées plus tôt, les dates le prouvent."
    ]
   },
   "code": "T8",
   "competency": "TECH",
   "mission": "AUTO",
   "name": {
    "en": "Build security into every step",
    "fr": "Intégrer la sécurité à chaque étape"
   },
   "origin": "added",
   "references": {
    "dora": [
     "pervasive-security"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/c13fb093-5ffb-491a-b8b7-fa2d42a57e2e",
     "http://data.europa.eu/esco/skill/e5beeff8-7c98-490a-ae2c-16fbb6a87305"
    ],
    "other": [],
    "sfia": [
     "SCAD"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never split a project into parts delivered one after another, and could not say what is gained by it.",
     "I can explain why small batches bring feedback sooner, but I have only ever split up exercises.",
     "With a colleague or a template to follow, I have split a real request into batches, and at least the first was delivered.",
     "I split ordinary requests unaided into batches of a few days, which the team picks up and delivers one by one.",
     "I have had a seemingly indivisible job, such as a migration, delivered in stages. Colleagues ask me when a batch stays too big.",
     "I have brought several teams to deliver in small batches, and figures show that the time from request to delivery has fallen."
    ],
    "fr": [
     "Je n’ai jamais découpé un projet en lots livrés l’un après l’autre, et je ne saurais pas dire ce qu’on y gagne.",
     "Je peux expliquer pourquoi de petits lots apportent des retours plus tôt, mais je n’ai découpé que des exercices.",
     "Avec un collègue ou un modèle à suivre, j’ai découpé une vraie demande en lots, et au moins le premier a été livré.",
     "Je découpe sans aide une demande courante en lots de quelques jours, que l’équipe prend et livre un par un.",
     "J’ai fait livrer par étapes un chantier qui semblait indivisible, comme une migration. On vient me voir quand un lot reste trop gros.",
     "J’ai amené plusieurs équipes à livrer par petits lots : le délai entre demande et livraison a baissé, chiffres à l’appui."
    ]
   },
   "code": "G1",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Break work into small deliverable batches",
    "fr": "Découper un travail en petits lots livrables"
   },
   "origin": "added",
   "references": {
    "dora": [
     "working-in-small-batches"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7"
    ],
    "other": [],
    "sfia": [
     "PRMG",
     "DLMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never put a figure on the effort a task would take, and would not know where to begin.",
     "I can explain why an estimate is a range and gets revised, but no real work has relied on one of mine.",
     "I have estimated real tasks with a checklist or a more experienced colleague, then compared my figures with the time spent.",
     "I estimate ordinary tasks unaided, correct the figure as soon as the facts change, and the team plans by it.",
     "I have estimated work full of unknowns, assumptions written down, and revised in time. Colleagues bring me their figures.",
     "I have had several teams compare estimated with actual effort, and the gap, which we measure, has narrowed."
    ],
    "fr": [
     "Je n’ai jamais chiffré la charge d’une tâche, et je ne saurais pas par où commencer.",
     "Je peux expliquer pourquoi une estimation est une fourchette et se révise, mais aucun vrai travail n’a reposé sur une des miennes.",
     "J’ai estimé de vraies tâches avec une grille ou un collègue plus expérimenté, puis comparé mes chiffres au temps passé.",
     "J’estime sans aide les tâches courantes, je corrige dès que les faits changent, et l’équipe planifie d’après mes chiffres.",
     "J’ai estimé un travail plein d’inconnues, hypothèses écrites, et révisé à temps. Des collègues me soumettent leurs chiffres.",
     "J’ai fait comparer l’estimé et le réel dans plusieurs équipes, et l’écart, que nous mesurons, s’est réduit."
    ]
   },
   "code": "G2",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Estimate effort",
    "fr": "Estimer une charge de travail"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/e207163b-7963-4c3e-9494-7a4bb000211b"
    ],
    "other": [],
    "sfia": [
     "PRMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never capped the number of tasks open at once, and do not yet see what it would be for.",
     "I can explain why too many open tasks slow everything down, but I have not yet worked to a limit.",
     "On a real project, I have kept to a limit on open tasks, with someone to help me choose what came first.",
     "I set the order of ordinary tasks unaided and open none beyond the limit, and the team follows that order.",
     "I have settled a clash of urgent requests without exceeding the limit. Colleagues seek my advice when everything looks urgent.",
     "Several teams have adopted the limit on open tasks that I proposed. It still holds, and their tasks are finished sooner."
    ],
    "fr": [
     "Je n’ai jamais plafonné le nombre de tâches ouvertes en même temps, et je ne vois pas encore à quoi cela servirait.",
     "Je peux expliquer pourquoi trop de tâches ouvertes ralentissent tout, mais je n’ai pas encore travaillé avec une limite.",
     "Sur un vrai projet, j’ai respecté une limite de tâches en cours, avec quelqu’un pour m’aider à choisir l’ordre.",
     "Je fixe sans aide l’ordre des tâches courantes, je n’en ouvre pas au-delà de la limite, et l’équipe suit cet ordre.",
     "J’ai arbitré entre des urgences rivales sans dépasser la limite. On me demande conseil quand tout paraît urgent.",
     "Plusieurs équipes ont adopté la limite d’encours que j’ai proposée. Elle tient toujours, et les tâches s’y terminent plus vite."
    ]
   },
   "code": "G3",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Limit work in progress",
    "fr": "Limiter le travail en cours"
   },
   "origin": "added",
   "references": {
    "dora": [
     "wip-limits"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/0a9acb6b-1139-4be9-b431-3a80a959f2f4"
    ],
    "other": [],
    "sfia": [
     "DLMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never kept a task board or a progress report, and would not know what to put on one.",
     "I can explain what a task board open to everyone is for, but I have only kept one for practice.",
     "I have kept the progress of real work up to date, with the team’s template or a colleague to correct me.",
     "I maintain, unaided, a view of the work that others consult to see where things stand without having to ask me.",
     "I have made work spread over several teams easy to follow, blockages included. Colleagues consult me to set up their own view.",
     "I have defined the progress view that several teams share. It replaced a meeting or a report, and is still in use."
    ],
    "fr": [
     "Je n’ai jamais tenu de tableau ni de point d’avancement, et j’ignore ce qu’il faudrait y montrer.",
     "Je peux expliquer à quoi sert un tableau des tâches visible de tous, mais je n’en ai tenu un que pour m’exercer.",
     "J’ai tenu à jour l’avancement d’un vrai travail, avec le modèle de l’équipe ou un collègue pour me corriger.",
     "Je tiens sans aide un suivi que d’autres consultent pour savoir où en est le travail, sans avoir à me le demander.",
     "J’ai rendu lisible un travail réparti entre plusieurs équipes, blocages compris. On me consulte pour bâtir d’autres suivis.",
     "J’ai défini le suivi commun à plusieurs équipes. Il a remplacé une réunion ou un rapport, et il sert toujours."
    ]
   },
   "code": "G4",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Make progress visible",
    "fr": "Rendre l’avancement visible"
   },
   "origin": "added",
   "references": {
    "dora": [
     "visual-management",
     "work-visibility-in-value-stream"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7"
    ],
    "other": [],
    "sfia": [
     "MEAS"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never looked for what a change might break before making it, and would not know how to go about it.",
     "I can explain how a trial or a gradual rollout limits the damage, but I have not done it on a live service.",
     "I have prepared a real change with a checklist or a colleague: risks noted, trial done, fallback planned.",
     "I prepare ordinary changes unaided (effects listed, trial, written fallback), and others carry out my plan.",
     "I have made a risky change, such as a switch of database, with no unplanned outage. Colleagues show me their delicate plans.",
     "I have changed how several teams approve their changes, and the failure rate, tracked month by month, has come down."
    ],
    "fr": [
     "Je n’ai jamais cherché ce qu’un changement risquait de casser avant de le faire, et je ne saurais pas comment m’y prendre.",
     "Je peux expliquer comment un essai ou un déploiement progressif limite les dégâts, sans l’avoir fait sur un vrai service.",
     "J’ai préparé un vrai changement avec une liste de contrôle ou un collègue : risques notés, essai fait, repli prévu.",
     "Je prépare sans aide les changements courants (effets listés, essai, repli écrit), et d’autres appliquent mon plan.",
     "J’ai mené un changement risqué, comme une bascule de base de données, sans coupure imprévue. On me soumet les plans délicats.",
     "J’ai changé la façon dont plusieurs équipes valident leurs changements, et le taux d’échec, suivi mois par mois, a baissé."
    ]
   },
   "code": "G5",
   "competency": "PM",
   "mission": "CD",
   "name": {
    "en": "Reduce the risk of a change",
    "fr": "Réduire le risque d’un changement"
   },
   "origin": "added",
   "references": {
    "dora": [
     "streamlining-change-approval"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/1dd23dba-dd00-45ab-abf4-642902538317",
     "http://data.europa.eu/esco/skill/0a099c81-6a0c-4f00-bb3b-990d23ec03a5"
    ],
    "other": [],
    "sfia": [
     "CHMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never written instructions or a procedure for other people, and could not say what makes one useful.",
     "I can explain what a good procedure should contain, but I have only written notes for myself or for a course.",
     "I have written a real procedure from a template, or with a colleague who corrected it before it went out.",
     "Without help, I document what I deliver, and colleagues have followed my text to the end without calling me.",
     "I have documented an old system that nobody had described. Colleagues ask me how to rewrite pages that puzzle readers.",
     "I have set the way several teams write and review their pages. A count shows fewer repeated questions."
    ],
    "fr": [
     "Je n’ai jamais écrit de mode d’emploi ni de procédure pour d’autres, et je ne saurais dire ce qui rend un tel texte utile.",
     "Je peux expliquer ce qu’une bonne procédure doit contenir, mais je n’ai écrit que des notes pour moi ou pour un cours.",
     "J’ai écrit une procédure réelle à partir d’un modèle, ou avec un collègue qui l’a corrigée avant sa diffusion.",
     "Je documente sans aide ce que je livre, et des collègues ont suivi mon texte jusqu’au bout sans m’appeler.",
     "J’ai documenté un système ancien que personne n’avait décrit. On me demande comment réécrire les pages mal comprises.",
     "J’ai fixé la façon dont plusieurs équipes écrivent et révisent leurs pages. Un décompte montre moins de questions répétées."
    ]
   },
   "code": "C1",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Write documentation that others use",
    "fr": "Rédiger une documentation qui sert aux autres"
   },
   "origin": "added",
   "references": {
    "dora": [
     "documentation-quality"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/2636b3d3-843e-46a9-8b4c-a9d6ca3f5a2d"
    ],
    "other": [],
    "sfia": [
     "KNOW"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never presented a technical subject to someone in another line of work, and would not know how to simplify it.",
     "I can explain how an example or a picture takes the place of jargon, but I have only tried it on friends or family.",
     "I have explained a technical subject to a customer or another department, with a colleague beside me or ready-made slides.",
     "I explain an ordinary subject unaided to non-specialists, who put it in their own words and use it to decide.",
     "I have made a thorny subject clear to people who were worried or disagreed. Colleagues prepare their talks with me.",
     "I have given several teams one outline for presenting a technical choice, and it takes fewer meetings to decide."
    ],
    "fr": [
     "Je n’ai jamais présenté un sujet technique à quelqu’un d’un autre métier, et je ne saurais pas comment le simplifier.",
     "Je peux expliquer comment un exemple ou une image remplace le jargon, mais je n’ai essayé qu’avec des proches.",
     "J’ai expliqué un sujet technique à un client ou à un autre service, avec un collègue à mes côtés ou un support déjà prêt.",
     "J’explique sans aide un sujet courant à un non-spécialiste, qui le redit avec ses mots et s’en sert pour décider.",
     "J’ai fait comprendre un sujet épineux à un public inquiet ou en désaccord. Des collègues préparent leurs exposés avec moi.",
     "J’ai donné à plusieurs équipes un même canevas pour exposer un choix technique, et il faut moins de réunions pour décider."
    ]
   },
   "code": "C2",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Explain a technical subject to a non-specialist",
    "fr": "Expliquer un sujet technique à un non-spécialiste"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/c32ad607-0c4d-4e34-b73f-668298f7bf13"
    ],
    "other": [],
    "sfia": [
     "RLMT"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never gathered a request from a user, and would not know which questions to ask.",
     "I can explain why one restates a request before acting on it, but I have only done so in role play or on a course.",
     "I have questioned a real requester, with a colleague or a list of questions, and they confirmed my restatement.",
     "I clarify ordinary requests unaided, and the team works from the need that I wrote down and had confirmed.",
     "I have untangled conflicting requests or found the need behind a solution. Colleagues call me when a request stays vague.",
     "I have made it a habit in several teams to restate a need before starting. Our records show fewer deliveries to redo."
    ],
    "fr": [
     "Je n’ai jamais recueilli la demande d’un utilisateur, et je ne saurais pas quelles questions lui poser.",
     "Je peux expliquer pourquoi on reformule une demande avant d’agir, mais je ne l’ai fait qu’en jeu de rôle ou en cours.",
     "J’ai interrogé un vrai demandeur, avec un collègue ou une liste de questions, et il a confirmé ma reformulation.",
     "Je clarifie sans aide les demandes courantes, et l’équipe travaille d’après le besoin que j’ai écrit et fait confirmer.",
     "J’ai démêlé des demandes contradictoires ou trouvé le besoin derrière une solution. On m’appelle si une demande reste floue.",
     "J’ai installé dans plusieurs équipes l’habitude de reformuler avant de démarrer. Le suivi montre moins de livraisons à refaire."
    ]
   },
   "code": "C3",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Clarify a need",
    "fr": "Clarifier un besoin"
   },
   "origin": "added",
   "references": {
    "dora": [
     "user-centric-focus",
     "customer-feedback"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de",
     "http://data.europa.eu/esco/skill/b04f377b-ee80-4b38-aca1-19d266a23b17"
    ],
    "other": [],
    "sfia": [
     "REQM"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never commented on a colleague’s work to help improve it, and would not know how to put it.",
     "I can explain why useful feedback is about facts and not the person, but I have only commented on textbook cases.",
     "I have reviewed real work with a checklist or a seasoned colleague, and the author took up at least one of my remarks.",
     "I review ordinary work unaided, with a way forward for each criticism, and the authors use it to make corrections.",
     "I have told someone that their work had to be redone, and we still work together. Colleagues ask me how to put things.",
     "I have set the review rules of several teams. They are still followed, and fewer defects get through to production."
    ],
    "fr": [
     "Je n’ai jamais commenté le travail d’un collègue pour l’aider à l’améliorer, et je ne saurais pas comment le formuler.",
     "Je peux expliquer pourquoi un retour utile vise les faits et non la personne, mais je n’ai commenté que des cas d’école.",
     "J’ai relu un vrai travail avec une grille ou un collègue aguerri, et l’auteur a retenu au moins une de mes remarques.",
     "Je relis sans aide les travaux courants, avec une piste pour chaque critique, et les auteurs s’en servent pour corriger.",
     "J’ai annoncé à quelqu’un que son travail était à refaire, et nous coopérons toujours. On me demande comment dire les choses.",
     "J’ai établi les règles de relecture de plusieurs équipes. Elles sont toujours suivies, et moins de défauts passent en production."
    ]
   },
   "code": "C4",
   "competency": "COM",
   "mission": "CI",
   "name": {
    "en": "Give constructive feedback on others’ work",
    "fr": "Donner un retour constructif sur le travail d’autrui"
   },
   "origin": "added",
   "references": {
    "dora": [
     "generative-organizational-culture"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/b9bb1f03-15e2-4079-943e-7e483b21725b"
    ],
    "other": [],
    "sfia": []
   }
  },
  {
   "anchors": {
    "en": [
     "I have never taken a task across development and operations, and could not say who does what.",
     "I can explain why development and operations gain by preparing a release together, but I have not yet taken part in one.",
     "I have carried out a real task with the other team, following a joint procedure or a colleague’s advice.",
     "I settle ordinary matters with the other team unaided, from the design stage on, and both sides apply what was agreed.",
     "I have found a way out of a clash between shipping fast and staying stable. Both teams accepted it and have consulted me since.",
     "At my initiative, several teams share goals, and the measured wait between development and operations has shortened."
    ],
    "fr": [
     "Je n’ai jamais mené de tâche entre développement et exploitation, et je ne saurais pas dire qui fait quoi.",
     "Je peux expliquer pourquoi développement et exploitation ont intérêt à préparer ensemble une livraison, sans y avoir pris part.",
     "J’ai mené une vraie tâche avec l’autre équipe, en suivant une procédure commune ou les conseils d’un collègue.",
     "Je règle sans aide les sujets courants avec l’autre équipe, dès la conception, et chaque côté applique ce qui a été convenu.",
     "J’ai trouvé une issue à un conflit entre livrer vite et rester stable. Les deux équipes l’ont acceptée et me consultent depuis.",
     "À mon initiative, plusieurs équipes partagent des objectifs, et le délai mesuré entre développement et exploitation a baissé."
    ]
   },
   "code": "C5",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Work across development and operations teams",
    "fr": "Coopérer entre équipes de développement et d’exploitation"
   },
   "origin": "added",
   "references": {
    "dora": [
     "generative-organizational-culture",
     "loosely-coupled-teams"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0",
     "http://data.europa.eu/esco/skill/f0de4973-0a70-4644-8fd4-3a97080476f4"
    ],
    "other": [],
    "sfia": [
     "RLMT"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never kept anyone informed during an outage, and would not know what to say, to whom or when.",
     "I can explain what a good incident message says (effect, action, next update), but I have only written them in drills.",
     "During a real incident, I have sent messages based on a template or first checked by a colleague.",
     "In an ordinary incident, I inform those affected unaided, at the times announced, and they make their plans accordingly.",
     "I have kept customers and managers informed in a long outage of unknown cause. Colleagues have me check awkward messages.",
     "I have defined who informs people, how and when, for several teams, and calls received during outages have fallen."
    ],
    "fr": [
     "Je n’ai jamais informé qui que ce soit pendant une panne, et je ne saurais pas quoi dire, à qui, ni quand.",
     "Je peux expliquer ce que dit un bon message d’incident (effet, action, prochain point), mais je n’en ai écrit qu’en exercice.",
     "Pendant un vrai incident, j’ai envoyé des messages tirés d’un modèle ou relus d’abord par un collègue.",
     "Dans un incident courant, j’informe sans aide les personnes touchées, aux heures annoncées, et elles s’organisent en conséquence.",
     "J’ai tenu clients et direction au courant d’une longue panne de cause inconnue. On me demande de revoir les messages délicats.",
     "J’ai défini qui informe, comment et quand, pour plusieurs équipes, et les appels reçus pendant les pannes ont diminué."
    ]
   },
   "code": "C6",
   "competency": "COM",
   "mission": "MON",
   "name": {
    "en": "Keep people informed during an incident",
    "fr": "Informer pendant un incident"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/440d5784-52a5-4729-8b04-29f978bd896d"
    ],
    "other": [],
    "sfia": [
     "USUP"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never reported a problem before it showed, and could not say which early signs give one away.",
     "I can name early signs, such as a disk filling up; I have not yet reported one at work.",
     "With a checklist or a colleague’s help, I have spotted a real risk and reported it before it reached any user.",
     "Without being asked, I report ordinary risks with the facts and a date to act by; my team acts on what I write.",
     "I have got a hidden risk between two systems fixed in time; colleagues ask me whether a doubt of theirs is worth raising.",
     "I have given several teams a simple way to raise risks early; the share of outages first noticed by customers has fallen."
    ],
    "fr": [
     "Je n’ai jamais signalé un problème avant qu’il ne se voie et je ne saurais pas dire à quels signes on le devine.",
     "Je peux citer des signes avant-coureurs, comme un disque qui se remplit ; je n’en ai pas encore signalé au travail.",
     "Avec une liste de contrôle ou l’aide de collègues, j’ai repéré et signalé un risque réel avant qu’il ne touche un utilisateur.",
     "Sans qu’on me le demande, je signale les risques courants, avec les faits et une échéance ; l’équipe agit d’après mon message.",
     "J’ai fait corriger à temps un risque caché entre deux systèmes ; des collègues me demandent si leur doute mérite une alerte.",
     "J’ai donné à plusieurs équipes un moyen simple d’alerter tôt ; la part des pannes découvertes par les clients a baissé."
    ]
   },
   "code": "P1",
   "competency": "PRO",
   "mission": "MON",
   "name": {
    "en": "Flag a problem before it hurts",
    "fr": "Signaler un problème avant qu’il ne gêne"
   },
   "origin": "added",
   "references": {
    "dora": [
     "proactive-failure-notification"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/e186976a-64f0-4052-a25b-297d19e1d0ec",
     "http://data.europa.eu/esco/skill/1afb3c58-41a5-484b-b627-363ede418757"
    ],
    "other": [],
    "sfia": [
     "PBMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never backed a suggestion for improvement with a figure, and would not know what to measure.",
     "I can explain why one measures before and after a change; at work I have not yet proposed anything of the kind.",
     "I have proposed a real improvement and taken its figure before and after, with someone’s help or a template.",
     "I propose improvements unaided, each with a figure to move (a delay, an error rate); my team has adopted some and seen the effect.",
     "I have measured a gain that was hard to isolate, or dropped my idea when figures disproved it; colleagues ask me what to measure.",
     "Several teams try out ideas by a method I introduced; I can show which gains were kept and which ideas were dropped."
    ],
    "fr": [
     "Je n’ai jamais appuyé sur un chiffre une proposition d’amélioration et je ne saurais pas quoi mesurer.",
     "Je peux expliquer pourquoi on mesure avant et après un changement ; au travail, je n’ai encore rien proposé de ce genre.",
     "J’ai proposé une amélioration réelle et relevé son chiffre avant et après, avec l’aide d’une personne ou d’une fiche guide.",
     "Je propose sans aide des améliorations chiffrées (un délai, un taux d’erreur) ; l’équipe en a adopté et en a vu l’effet.",
     "J’ai mesuré un gain difficile à isoler, ou renoncé à mon idée devant les chiffres ; des collègues me demandent quoi mesurer.",
     "Plusieurs équipes testent leurs idées selon une méthode que j’ai instaurée ; je peux montrer les gains gardés et les abandons."
    ]
   },
   "code": "P2",
   "competency": "PRO",
   "mission": "AUTO",
   "name": {
    "en": "Propose a measurable improvement",
    "fr": "Proposer une amélioration mesurable"
   },
   "origin": "added",
   "references": {
    "dora": [
     "team-experimentation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/75b30aeb-34c0-40f4-b77d-271d75a98b14"
    ],
    "other": [],
    "sfia": [
     "BPRE"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never taken part in an incident review, and could not say how one looks for causes without accusing anyone.",
     "I can explain why a review looks for causes, not culprits; I know the exercise only from reading or a course.",
     "After a real incident, I have written the timeline or part of the analysis, with a template or the facilitator’s support.",
     "I run the review of an ordinary incident unaided, from the facts to dated actions; the team carries those actions out.",
     "I have brought a review back to causes when people were trading blame; colleagues ask me to help with delicate ones.",
     "Several teams hold the blame-free review that I introduced; figures show that fewer incidents come back."
    ],
    "fr": [
     "Je n’ai jamais pris part à un bilan d’incident et j’ignore comment on en cherche les causes sans accuser personne.",
     "Je peux expliquer pourquoi un bilan cherche des causes et non des fautes ; je ne connais l’exercice que par un cours ou des lectures.",
     "Après un incident réel, j’ai rédigé la chronologie ou une part de l’analyse, avec une trame ou l’aide de la personne qui animait.",
     "J’anime sans aide le bilan d’un incident courant, des faits jusqu’aux actions datées ; l’équipe met ces actions en œuvre.",
     "J’ai ramené vers les causes un bilan où chacun se renvoyait la faute ; des collègues me demandent de l’aide pour les plus délicats.",
     "À mon initiative, plusieurs équipes tiennent des bilans sans chercher de coupable ; les chiffres montrent moins d’incidents répétés."
    ]
   },
   "code": "P3",
   "competency": "PRO",
   "mission": "MON",
   "name": {
    "en": "Learn from an incident without blame",
    "fr": "Tirer les leçons d’un incident sans chercher de coupable"
   },
   "origin": "added",
   "references": {
    "dora": [
     "learning-culture"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/a3ce2bf7-5562-4639-9b52-fdb4850a3904"
    ],
    "other": [],
    "sfia": [
     "PBMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "Following changes in my field has had no place in my working days so far; I would not know where to begin.",
     "I can name reliable sources and say how to follow them; I have not yet used in my work what I read there.",
     "Following a course or a colleague’s advice, I have learnt a new technique and used it in real work.",
     "I decide what to learn and give it regular time; colleagues use the notes or trials that I share.",
     "I have learnt a poorly documented subject through my own trials to unblock work; colleagues ask me if a novelty is worth the effort.",
     "I have started a regular learning session across several teams; it still takes place, and I can name what came out of it."
    ],
    "fr": [
     "Suivre l’évolution de mon métier n’a pas encore eu de place dans mes journées ; je ne saurais pas par où commencer.",
     "Je peux citer des sources fiables et dire comment on les suit ; rien de ce que j’y ai lu n’a encore servi dans mon travail.",
     "En suivant un cours ou les conseils de collègues, j’ai appris une technique nouvelle et l’ai employée dans un travail réel.",
     "Je décide quoi apprendre et j’y consacre un temps régulier ; des collègues se servent des notes ou des essais que je partage.",
     "J’ai appris par mes propres essais un sujet mal documenté pour débloquer un travail ; on me demande si telle nouveauté vaut l’effort.",
     "J’ai lancé dans plusieurs équipes un rendez-vous d’apprentissage ; il se tient toujours et je peux citer ce qui en est sorti."
    ]
   },
   "code": "P4",
   "competency": "PRO",
   "mission": "COLLAB",
   "name": {
    "en": "Keep one’s knowledge up to date",
    "fr": "Tenir ses connaissances à jour"
   },
   "origin": "added",
   "references": {
    "dora": [
     "learning-culture"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/7a17d7ce-01a2-4746-bbcc-22ffe22fa16e",
     "http://data.europa.eu/esco/skill/a8d24a95-47b3-4f88-92e7-06600bcd3612"
    ],
    "other": [],
    "sfia": [
     "PDSV"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "So far I have done the tasks I was given; I could not say how to start one of my own accord.",
     "I can describe the steps from noticing a need to handing over the result; I have done it only for a personal or course project.",
     "At work I have started a task of my own accord and finished it, with someone helping me to frame it or get unstuck.",
     "I spot a useful task, get any agreement needed and finish it without a reminder; others use what I delivered.",
     "I have finished, despite setbacks, a task that nobody owned; colleagues come to me to get theirs moving again.",
     "I have got several teams to let anyone start useful work without waiting for orders; I can list the tasks completed that way."
    ],
    "fr": [
     "Jusqu’ici, j’ai fait les tâches qu’on me confiait ; je ne saurais pas dire comment en lancer une de moi-même.",
     "Je peux décrire les étapes, du besoin constaté au résultat remis ; je ne les ai suivies que pour un projet personnel ou d’études.",
     "Au travail, j’ai lancé une tâche de moi-même et l’ai terminée, avec quelqu’un pour la cadrer ou lever les blocages.",
     "Je repère une tâche utile, j’obtiens l’accord nécessaire et je la finis sans relance ; d’autres emploient ce que j’ai livré.",
     "J’ai mené à son terme, malgré des imprévus, une tâche que personne ne portait ; des collègues me consultent pour débloquer la leur.",
     "J’ai fait admettre à plusieurs équipes que chacun peut ouvrir un chantier sans attendre d’ordre ; j’ai la liste de ceux qui ont abouti."
    ]
   },
   "code": "P5",
   "competency": "PRO",
   "mission": "COLLAB",
   "name": {
    "en": "Carry a task through on one’s own initiative",
    "fr": "Mener une tâche de bout en bout de sa propre initiative"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/001115fb-569f-4ee6-8381-c6807ef2527f",
     "http://data.europa.eu/esco/skill/199f7919-5114-41b6-b6a5-41e0e4896ec1"
    ],
    "other": [],
    "sfia": []
   }
  },
  {
   "anchors": {
    "en": [
     "I have never evaluated a model, and could not say why its share of correct answers alone may mislead.",
     "I can explain precision, recall and mean error; I have worked them out only on practice examples.",
     "With a guide or someone beside me, I have measured a real model on test data kept apart and read the result.",
     "Unaided, I choose measures by the cost of each error and compare the model with a simple baseline; my team decides from my report.",
     "I have found that a good score came from leaked data or hid rare cases; colleagues ask me to check theirs.",
     "I have had several teams adopt common measures for their models; records show fewer scores contradicted by real use."
    ],
    "fr": [
     "Je n’ai jamais évalué un modèle et je ne saurais pas dire pourquoi son seul taux de bonnes réponses peut tromper.",
     "Je peux expliquer la précision, le rappel et l’erreur moyenne ; je ne les ai calculés que sur des exemples d’exercice.",
     "Avec un guide ou une personne à mes côtés, j’ai mesuré un modèle réel sur des données de test mises à part et lu le résultat.",
     "Je choisis sans aide des mesures selon le coût des erreurs et compare le modèle à un repère simple ; l’équipe décide d’après mon bilan.",
     "J’ai découvert qu’un bon score venait d’une fuite de données ou masquait des cas rares ; des collègues me font vérifier les leurs.",
     "J’ai fait adopter à plusieurs équipes des mesures communes pour leurs modèles ; le suivi montre moins de scores démentis par l’usage."
    ]
   },
   "code": "M1",
   "competency": "ML",
   "mission": "COLLAB",
   "name": {
    "en": "Judge a model by the right measures",
    "fr": "Évaluer un modèle par des mesures adaptées"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/3a2d5b45-56e4-4f5a-a55a-4a4a65afdc43",
     "http://data.europa.eu/esco/skill/8369c2d6-c100-4cf6-bd83-9668d8678433"
    ],
    "other": [
     "ESCO occ. 35553663"
    ],
    "sfia": [
     "MLNG",
     "DATS"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never checked data before giving it to a model, nor could I name the faults to look for.",
     "I can name the usual faults (gaps, duplicates, impossible values); I have looked for them only in a practice set.",
     "I have found and dealt with faults in a real model’s data, with step-by-step instructions or colleagues’ help.",
     "I write the usual checks on incoming data unaided; they stop faulty batches, and my team relies on them.",
     "I have traced to its source a fault that slipped past every check; colleagues call me when data looks doubtful.",
     "I have brought the teams that supply data and those that use it to common rules; the number of rejected batches has dropped."
    ],
    "fr": [
     "Je n’ai jamais contrôlé des données avant de les confier à un modèle et je ne sais pas quels défauts y chercher.",
     "Je peux nommer les défauts habituels (manques, doublons, valeurs impossibles) ; je n’en ai cherché que dans un jeu d’exercice.",
     "J’ai trouvé et traité des défauts dans les données d’un vrai modèle, avec un mode opératoire pas à pas ou l’aide de collègues.",
     "J’écris sans aide les contrôles courants à l’arrivée des données ; ils arrêtent les lots défectueux et l’équipe s’y fie.",
     "J’ai remonté à sa source un défaut que tous les contrôles laissaient passer ; on m’appelle quand des données semblent douteuses.",
     "J’ai amené les équipes qui fournissent les données et celles qui s’en servent à des règles communes ; le nombre de lots rejetés a baissé."
    ]
   },
   "code": "M2",
   "competency": "ML",
   "mission": "CI",
   "name": {
    "en": "Check the quality of input data",
    "fr": "Contrôler la qualité des données d’entrée"
   },
   "origin": "added",
   "references": {
    "dora": [
     "healthy-data-ecosystems"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/713fb616-118e-40bc-9366-4a69879a49d5",
     "http://data.europa.eu/esco/skill/54c9c155-9293-4329-8ed2-2e76e8b519d4"
    ],
    "other": [
     "ml-ops.org: Testing"
    ],
    "sfia": [
     "DATM",
     "DENG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have yet to record the data or settings of a training run, and could not say what such a record is for.",
     "I can say what to keep so as to repeat a training run (data, code, settings); I have tried it only at home or in a course.",
     "By following a procedure or with help, I have logged a real experiment and later found the exact data it used.",
     "Unaided, I link each model I deliver to its data, code and settings; others have rerun the training without me.",
     "I have reproduced an old result despite gaps in its record; colleagues consult me on data too large or too changeable to copy.",
     "Several teams keep the model register that I designed; figures show that the origin of a model is traced faster."
    ],
    "fr": [
     "Je n’ai encore consigné ni les données ni les réglages d’un entraînement et j’ignore à quoi sert cette trace.",
     "Je peux dire ce qu’il faut garder pour refaire un entraînement (données, code, réglages) ; je n’ai essayé que chez moi ou en cours.",
     "En suivant une procédure ou avec de l’aide, j’ai enregistré un essai réel, puis retrouvé les données exactes qui ont servi.",
     "Je relie sans aide chaque modèle livré à ses données, son code et ses réglages ; d’autres ont refait l’entraînement sans moi.",
     "J’ai reproduit un résultat ancien malgré une trace incomplète ; on me consulte pour des données trop lourdes ou trop mouvantes.",
     "Plusieurs équipes tiennent le registre de modèles que j’ai conçu ; les chiffres montrent qu’on remonte plus vite à l’origine d’un modèle."
    ]
   },
   "code": "M3",
   "competency": "ML",
   "mission": "CI",
   "name": {
    "en": "Version data, models and experiments",
    "fr": "Versionner données, modèles et expériences"
   },
   "origin": "added",
   "references": {
    "dora": [
     "version-control"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"
    ],
    "other": [
     "ml-ops.org: Versioning, Experiments tracking, Reproducibility"
    ],
    "sfia": [
     "CFMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never automated the training of a model, and could not list the steps to chain together.",
     "I can describe the chain from data to saved model; I have built one only on my own machine, to learn.",
     "From a worked example or with colleagues’ help, I have automated a real training run, with no manual step left to repeat.",
     "I build scheduled or triggered training runs unaided; a failure raises an alert, and others use the models produced.",
     "I have put right a training run that took too long, cost too much or kept stopping; colleagues consult me about theirs.",
     "I have designed the training pipeline that several teams share; measurements show that a new model arrives sooner."
    ],
    "fr": [
     "Je n’ai jamais automatisé l’entraînement d’un modèle et je ne saurais pas énumérer les étapes à enchaîner.",
     "Je peux décrire l’enchaînement, des données au modèle enregistré ; je n’en ai monté un que sur ma machine, pour apprendre.",
     "À partir d’un exemple commenté ou avec l’aide de collègues, j’ai automatisé un entraînement réel, sans geste manuel à refaire.",
     "Je construis sans aide des entraînements planifiés ou déclenchés ; un échec se signale, et d’autres utilisent les modèles produits.",
     "J’ai remis d’aplomb un entraînement trop long, trop cher ou sans cesse interrompu ; des collègues me consultent pour les leurs.",
     "J’ai conçu la chaîne d’entraînement commune à plusieurs équipes ; les mesures montrent qu’un nouveau modèle arrive plus vite."
    ]
   },
   "code": "M4",
   "competency": "ML",
   "mission": "AUTO",
   "name": {
    "en": "Automate the training of a model",
    "fr": "Automatiser l’entraînement d’un modèle"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d",
     "http://data.europa.eu/esco/skill/48db96bf-3314-45c6-bad8-fdb6e20e5639"
    ],
    "other": [
     "ml-ops.org: Automation, Continuous X",
     "Google MLOps level 1"
    ],
    "sfia": [
     "MLNG",
     "DENG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never checked a model before it went live, and could not say on what grounds one might turn it down.",
     "I can say which trials a model should pass before it reaches users; I have run some only in a course.",
     "With a checklist or someone’s support, I have compared a real candidate with what was in use and noted whether it could replace it.",
     "I validate ordinary models unaided against thresholds set beforehand, edge cases included; my team follows my verdict.",
     "I have had a high-scoring model held back when a deeper trial showed a danger; colleagues consult me when the call is close.",
     "I have made validation a required step in several teams; the log shows fewer models withdrawn after release."
    ],
    "fr": [
     "Je n’ai jamais vérifié un modèle avant sa mise en service et j’ignore pour quels motifs on pourrait le refuser.",
     "Je peux dire quels essais un modèle doit réussir avant d’atteindre ses utilisateurs ; je n’en ai mené que dans un cours.",
     "Avec une grille ou l’appui de quelqu’un, j’ai comparé un vrai modèle candidat à l’existant et écrit s’il pouvait le remplacer.",
     "Je valide sans aide un modèle ordinaire selon des seuils fixés d’avance, cas limites compris ; l’équipe suit mon avis.",
     "J’ai fait écarter un modèle bien noté dont un essai plus poussé montrait le danger ; on me consulte quand la décision est serrée.",
     "J’ai rendu la validation obligatoire dans plusieurs équipes ; le journal montre moins de modèles retirés après coup."
    ]
   },
   "code": "M5",
   "competency": "ML",
   "mission": "CI",
   "name": {
    "en": "Validate a model before it goes live",
    "fr": "Valider un modèle avant sa mise en service"
   },
   "origin": "added",
   "references": {
    "dora": [
     "test-automation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d"
    ],
    "other": [
     "ml-ops.org: Testing"
    ],
    "sfia": [
     "MLNG",
     "TEST"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "No model has yet reached users through me, and I could not say what has to be set up around one.",
     "I can explain how on-demand and batch predictions differ; I have run a model only as a demonstration.",
     "I have put a model into the hands of real users, with a detailed procedure or help at each step.",
     "I put ordinary models into service unaided, with a tested return to the previous version; others use them.",
     "I have put a model into service within tight limits of response time, load or hardware; colleagues ask me which approach to take.",
     "By the path I laid out, several teams now put their own models into service; the number of releases has grown."
    ],
    "fr": [
     "Aucun modèle n’a encore atteint d’utilisateurs par mes soins ; je ne saurais pas dire ce qu’il faut prévoir autour.",
     "Je peux expliquer la différence entre prédictions à la demande et par lots ; je n’ai fait tourner un modèle qu’en démonstration.",
     "J’ai mis un modèle entre les mains de vrais utilisateurs, avec une procédure détaillée ou de l’aide à chaque étape.",
     "Je mets sans aide des modèles courants en service, avec un retour testé à la version précédente ; d’autres les utilisent.",
     "J’ai mis en service un modèle sous forte contrainte de temps de réponse, de charge ou de matériel ; on me demande quelle voie choisir.",
     "Grâce au parcours que j’ai tracé, plusieurs équipes déploient elles-mêmes leurs modèles ; le nombre de mises en service a augmenté."
    ]
   },
   "code": "M6",
   "competency": "ML",
   "mission": "CD",
   "name": {
    "en": "Put a model into service",
    "fr": "Mettre un modèle en service"
   },
   "origin": "added",
   "references": {
    "dora": [
     "deployment-automation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b"
    ],
    "other": [
     "Google MLOps level 2"
    ],
    "sfia": [
     "DEPL"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "Following a model once it is live would be new to me; I could not explain why its answers may get worse.",
     "I can explain how data and results drift; I have seen it in examples, not on a model in service.",
     "On a live model, I have tracked drift indicators and written up what I saw, with instructions or a colleague’s help.",
     "I set up tracking of inputs and answers unaided, with thresholds; my team fixes or retrains on my alerts.",
     "I have explained a slow decline before the true outcomes were known; colleagues come to me when an alert makes no sense.",
     "I have settled with several teams who watches what and when to act; dated records show drift corrected sooner."
    ],
    "fr": [
     "Suivre un modèle une fois en service serait nouveau pour moi ; j’ignore pourquoi ses réponses peuvent se dégrader.",
     "Je peux expliquer comment les données et les résultats dérivent ; je l’ai vu sur des exemples, pas sur un modèle en service.",
     "Sur un modèle en service, j’ai suivi des indicateurs de dérive et rédigé mes constats, avec un mode d’emploi ou l’aide de collègues.",
     "J’installe sans aide le suivi des entrées et des réponses, avec des seuils ; l’équipe corrige ou réentraîne d’après mes alertes.",
     "J’ai expliqué une baisse lente avant que les résultats réels soient connus ; on vient me voir quand une alerte reste obscure.",
     "J’ai fixé avec plusieurs équipes qui surveille quoi et quand agir ; les dates relevées montrent des dérives corrigées plus tôt."
    ]
   },
   "code": "M7",
   "competency": "ML",
   "mission": "MON",
   "name": {
    "en": "Watch a live model",
    "fr": "Surveiller un modèle en service"
   },
   "origin": "added",
   "references": {
    "dora": [
     "monitoring-and-observability"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/cc7370dd-69fa-4c67-a96f-d4d135d38700",
     "http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd"
    ],
    "other": [
     "ml-ops.org: Monitoring"
    ],
    "sfia": [
     "AVMT",
     "MLNG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never looked into whether a model treats some people worse, and could not say how to trace a decision it made.",
     "I can explain where bias comes from and why decisions are logged; I have worked only on textbook cases.",
     "I have compared a real model’s errors from group to group and filled in its record sheet, with a written method or some help.",
     "Unaided, I measure gaps between groups and keep what it takes to trace a decision; others use it to explain that decision.",
     "I have fixed an unfair gap caused by a harmless-looking variable; colleagues seek my view on sensitive cases.",
     "I have defined the fairness review and decision log of several teams; every complaint now receives an explanation."
    ],
    "fr": [
     "Je n’ai jamais cherché si un modèle désavantageait certaines personnes et je ne sais pas comment retracer une de ses décisions.",
     "Je peux expliquer d’où viennent les biais et pourquoi on consigne les décisions ; je n’ai travaillé que sur des cas d’école.",
     "J’ai comparé les erreurs d’un vrai modèle d’un groupe à l’autre et rempli sa fiche descriptive, avec une méthode écrite ou un appui.",
     "Je mesure sans aide les écarts entre groupes et garde de quoi retracer une décision ; d’autres s’en servent pour l’expliquer.",
     "J’ai corrigé un écart injuste dû à une variable d’apparence anodine ; des collègues sollicitent mon avis sur les cas sensibles.",
     "J’ai défini l’examen d’équité et le journal des décisions de plusieurs équipes ; chaque réclamation reçoit une explication."
    ]
   },
   "code": "M8",
   "competency": "ML",
   "mission": "COLLAB",
   "name": {
    "en": "Keep a model fair and traceable",
    "fr": "Garder un modèle équitable et traçable"
   },
   "origin": "added",
   "references": {
    "dora": [
     "clear-and-communicated-ai-stance"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/e9575f7f-053a-439e-8074-f93df3334e92"
    ],
    "other": [],
    "sfia": [
     "AIDE"
    ]
   }
  }
 ]
}
','61009f0e2ff5d831fdd371959dbe9a94967fbe2a4121e3a81cecf6437e754130','2026-11-23 14:30:42.321786',NULL,'{"missions": ["COLLAB", "AUTO", "CI", "CD", "MON"], "competencies": ["TECH", "PM", "COM", "PRO", "ML"], "skills": ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "G1", "G2", "G3", "G4", "G5", "C1", "C2", "C3", "C4", "C5", "C6", "P1", "P2", "P3", "P4", "P5", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"], "grades": ["junior", "confirmed", "senior"], "roles": ["devops", "mlops"]}','The first');
INSERT INTO "assessment_catalogueversion" VALUES(2,2,'{
 "competencies": [
  {
   "code": "TECH",
   "name": {
    "en": "Technical skills",
    "fr": "Compétences techniques"
   },
   "origin": "source",
   "text": {
    "en": "Everything that leads from code to a working service: versions, scripts, tests, infrastructure, releases, monitoring and security.",
    "fr": "Tout ce qui mène du code à un service qui fonctionne : versions, scripts, tests, infrastructure, mise en production, supervision et sécurité."
   }
  },
  {
   "code": "PM",
   "name": {
    "en": "Project management",
    "fr": "Gestion de projet"
   },
   "origin": "source",
   "text": {
    "en": "Breaking work into small batches, estimating effort, limiting what is under way, showing where things stand and making each change less risky.",
    "fr": "Découper le travail en petits lots, estimer la charge, limiter ce qui est en cours, montrer où l’on en est et rendre chaque changement moins risqué."
   }
  },
  {
   "code": "COM",
   "name": {
    "en": "Communication",
    "fr": "Communication"
   },
   "origin": "source",
   "text": {
    "en": "Clarifying a need, explaining without jargon, writing documentation that gets used, commenting tactfully on others’ work, cooperating across teams and keeping people informed during an incident.",
    "fr": "Clarifier un besoin, expliquer sans jargon, écrire une documentation qui sert, commenter le travail d’autrui avec tact, coopérer entre équipes et informer pendant un incident."
   }
  },
  {
   "code": "PRO",
   "name": {
    "en": "Proactivity",
    "fr": "Proactivité"
   },
   "origin": "source",
   "text": {
    "en": "Flagging a problem before it hurts, proposing an improvement and measuring its effect, learning from an incident, keeping one’s knowledge up to date and carrying a task through to the end.",
    "fr": "Signaler un problème avant qu’il ne gêne, proposer une amélioration et en mesurer l’effet, tirer les leçons d’un incident, continuer d’apprendre et mener une tâche jusqu’au bout."
   }
  },
  {
   "code": "ML",
   "name": {
    "en": "Machine-learning knowledge",
    "fr": "Connaissance de l’apprentissage automatique"
   },
   "origin": "source",
   "text": {
    "en": "For MLOps only: checking data, training, evaluating and validating a model, putting it into service, watching it, and seeing that it stays fair and traceable.",
    "fr": "Pour le MLOps seulement : contrôler les données, entraîner, évaluer et valider un modèle, le mettre en service, le surveiller, et veiller à ce qu’il reste équitable et traçable."
   }
  }
 ],
 "format": "careerquiz-catalogue/1",
 "grades": [
  {
   "code": "junior",
   "name": {
    "en": "Junior",
    "fr": "Junior"
   },
   "origin": "added",
   "text": {
    "en": "You are given well-defined tasks, with a guide to follow or help from a more experienced colleague, who checks your work before it goes live. You help your team by finishing those tasks, asking questions early and writing down what you learn.",
    "fr": "On vous confie des tâches bien définies, avec un guide à suivre ou l’aide d’une personne plus expérimentée, qui vérifie votre travail avant sa mise en production. Vous aidez votre équipe en menant ces tâches à leur terme, en posant vos questions tôt et en notant ce que vous apprenez."
   }
  },
  {
   "code": "confirmed",
   "name": {
    "en": "Mid-level",
    "fr": "Confirmé"
   },
   "origin": "added",
   "text": {
    "en": "You are trusted with a whole service or subject, which you look after unaided in ordinary cases; your work is reviewed by colleagues, as everyone’s is. You review theirs too, you guide people who are starting out, and you ask for advice on the hard cases.",
    "fr": "On vous confie un service ou un sujet entier, dont vous vous occupez sans aide dans les cas courants ; votre travail est relu entre collègues, comme celui de toute l’équipe. Vous relisez aussi celui des autres, vous guidez les personnes qui débutent et vous demandez conseil pour les cas difficiles."
   }
  },
  {
   "code": "senior",
   "name": {
    "en": "Senior",
    "fr": "Senior"
   },
   "origin": "added",
   "text": {
    "en": "You are trusted with hard or unforeseen cases, and with choices that affect several teams; nobody checks each step, and it is you who ask for a review where the risk calls for one. Colleagues, sometimes from other teams, come to you for advice, and you help them to progress.",
    "fr": "On vous confie les cas difficiles ou imprévus, ainsi que des choix qui touchent plusieurs équipes ; personne ne contrôle chaque étape, et c’est vous qui demandez une relecture là où le risque l’exige. Des collègues, parfois d’autres équipes, viennent vous demander conseil, et vous les aidez à progresser."
   }
  }
 ],
 "levels": [
  {
   "anchor": {
    "en": "I have never done it and could not explain it.",
    "fr": "Je ne l’ai jamais fait et je ne saurais pas l’expliquer."
   },
   "name": {
    "en": "Not yet",
    "fr": "Pas encore"
   },
   "origin": "added",
   "value": 0
  },
  {
   "anchor": {
    "en": "I can explain the idea; I have not done it for real.",
    "fr": "Je peux en expliquer le principe ; je ne l’ai pas fait en situation réelle."
   },
   "name": {
    "en": "Aware",
    "fr": "Notions"
   },
   "origin": "added",
   "value": 1
  },
  {
   "anchor": {
    "en": "I have done it for real, with help from a person or a step-by-step guide.",
    "fr": "Je l’ai fait pour de vrai, avec l’aide d’une personne ou d’un guide pas à pas."
   },
   "name": {
    "en": "Guided",
    "fr": "Accompagné"
   },
   "origin": "added",
   "value": 2
  },
  {
   "anchor": {
    "en": "I do it unaided in ordinary cases, and others use the result.",
    "fr": "Je le fais sans aide dans les cas courants, et d’autres utilisent le résultat."
   },
   "name": {
    "en": "Independent",
    "fr": "Autonome"
   },
   "origin": "added",
   "value": 3
  },
  {
   "anchor": {
    "en": "I also settle hard or unforeseen cases, and colleagues come to me for advice.",
    "fr": "Je règle aussi les cas difficiles ou imprévus, et des collègues me demandent conseil."
   },
   "name": {
    "en": "Advanced",
    "fr": "Maîtrise"
   },
   "origin": "added",
   "value": 4
  },
  {
   "anchor": {
    "en": "I have set or changed how several teams do it, and can show the effect.",
    "fr": "J’ai défini ou changé la façon de faire de plusieurs équipes, et je peux en montrer l’effet."
   },
   "name": {
    "en": "Lead",
    "fr": "Référent"
   },
   "origin": "added",
   "value": 5
  }
 ],
 "missions": [
  {
   "code": "COLLAB",
   "name": {
    "en": "Collaboration",
    "fr": "Collaboration"
   },
   "origin": "source",
   "text": {
    "en": "Bring together, from the start of a project, the people who build a piece of software and those who run it, with the same goals and the same information. A problem is then solved jointly, often before it troubles anyone, instead of being passed from team to team.",
    "fr": "Faire travailler ensemble, dès le début d’un projet, les personnes qui développent un logiciel et celles qui le font fonctionner, avec les mêmes objectifs et les mêmes informations. Un problème se règle alors à plusieurs, souvent avant de gêner qui que ce soit, au lieu de passer d’une équipe à l’autre."
   }
  },
  {
   "code": "AUTO",
   "name": {
    "en": "Automation",
    "fr": "Automatisation"
   },
   "origin": "source",
   "text": {
    "en": "Hand repeated operations over to a program: preparing a server, backing up data, checking a configuration. They are done the same way every time, with fewer slips, which leaves more time to answer the people being served.",
    "fr": "Confier à un programme les opérations qui se répètent : préparer un serveur, sauvegarder des données, vérifier une configuration. Elles se font chaque fois de la même façon, avec moins d’oublis, et il reste plus de temps pour répondre aux demandes des personnes que l’on sert."
   }
  },
  {
   "code": "CI",
   "name": {
    "en": "Continuous integration",
    "fr": "Intégration continue"
   },
   "origin": "source",
   "text": {
    "en": "Bring together, often and in small amounts, the changes made by everyone in the team, and test them automatically each time. A mistake shows early, while it is still easy to mend, and usually before it reaches the people who use the software.",
    "fr": "Réunir souvent, en petites quantités, les modifications faites par chaque personne de l’équipe, et les tester automatiquement à chaque fois. Une erreur se voit tôt, quand elle est encore facile à corriger, et le plus souvent avant d’atteindre les personnes qui utilisent le logiciel."
   }
  },
  {
   "code": "CD",
   "name": {
    "en": "Continuous delivery",
    "fr": "Livraison continue"
   },
   "origin": "source",
   "text": {
    "en": "Keep the software ready to go live at any moment, by a tried and tested procedure, without interrupting the service and with a way back. A fix that people are waiting for reaches them as soon as it is ready, not with the next big update.",
    "fr": "Garder le logiciel prêt à être mis en production à tout moment, par une procédure éprouvée, sans interrompre le service et avec un retour arrière possible. Une correction attendue est disponible dès qu’elle est prête, sans attendre la prochaine grande mise à jour."
   }
  },
  {
   "code": "MON",
   "name": {
    "en": "Monitoring",
    "fr": "Surveillance"
   },
   "origin": "source",
   "text": {
    "en": "Follow the state of a service in real time (response times, errors, space left) and receive an alert when a measure is out of the ordinary. One can then act before a failure, or restore the service sooner, without waiting for someone to complain.",
    "fr": "Suivre en temps réel l’état d’un service (temps de réponse, erreurs, espace disponible) et recevoir une alerte quand une mesure sort de l’ordinaire. On peut alors agir avant la panne ou rétablir le service plus vite, sans attendre qu’une personne gênée se plaigne."
   }
  }
 ],
 "roles": [
  {
   "code": "devops",
   "definition": {
    "en": "In many organisations, one team writes a piece of software and another runs it; when each works apart, improvements come late and the same failures return. DevOps is a way of working that joins these two activities, development and operations: its name is short for both words. It has also become the name of a job, that of the person who makes this shared work possible. That person sees that each change is tested, put into service and then watched, in small steps and without interruption, and hands repeated operations over to programs.",
    "fr": "Dans beaucoup d’organisations, une équipe développe un logiciel et une autre le fait fonctionner ; quand chacune travaille de son côté, les nouveautés tardent et les mêmes pannes reviennent. Le DevOps est une façon de travailler qui réunit ces deux activités, le développement et l’exploitation : son nom abrège les deux mots anglais qui les désignent. C’est aussi devenu le nom d’un métier, celui de la personne qui rend ce travail commun possible. Cette personne veille à ce que chaque modification soit testée, mise en service puis suivie, par petites étapes et sans interruption, et confie à des programmes les opérations qui se répètent."
   },
   "extends": null,
   "missions": [
    "COLLAB",
    "AUTO",
    "CI",
    "CD",
    "MON"
   ],
   "name": {
    "en": "DevOps",
    "fr": "DevOps"
   },
   "origin": "source",
   "part": {
    "en": "This job is a bridge between those who build and those who run: the former see what becomes of their work once it is live, the latter know in advance what is about to change. In one day, it may mean preparing a release with both teams, adding the test that would have prevented yesterday’s mistake, replacing a manual operation with a script and finding out why a page is slow to appear. During an incident, it means helping to restore the service and keeping others informed; afterwards, working out together how to stop it happening again, without blaming anyone.",
    "fr": "Ce métier fait le pont entre les personnes qui développent et celles qui exploitent : les premières voient ce que devient leur travail une fois en service, les secondes savent à l’avance ce qui va changer. En une journée, on peut préparer une mise en production avec les deux équipes, ajouter le test qui aurait évité l’erreur de la veille, remplacer par un script une opération faite à la main et chercher pourquoi une page met du temps à s’afficher. Pendant un incident, on aide à rétablir le service et l’on tient les autres informés ; ensuite, on cherche ensemble comment éviter qu’il ne se reproduise, sans désigner de coupable."
   },
   "requirements": {
    "C1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "C2": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "C3": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "C4": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "C5": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "C6": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "G1": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "G2": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 3
     },
     "weight": 1
    },
    "G3": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "G5": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "P1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "P2": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "P3": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "P4": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 3
     },
     "weight": 1
    },
    "P5": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "T1": {
     "levels": {
      "confirmed": 4,
      "junior": 2,
      "senior": 5
     },
     "weight": 3
    },
    "T2": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "T3": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "T4": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "T5": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 2
    },
    "T6": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "T7": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "T8": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "T9": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    }
   },
   "summary": {
    "en": "Getting software smoothly from the people who write it to the people who use it, and keeping it running well.",
    "fr": "Faire passer un logiciel, sans heurt, de l’équipe qui le développe aux personnes qui l’utilisent, et veiller à sa bonne marche."
   }
  },
  {
   "code": "mlops",
   "definition": {
    "en": "MLOps extends DevOps to software that relies on a machine-learning model, that is, a program that learns from examples instead of following rules written one by one; the letters ML stand for “machine learning”. It does everything that DevOps does, and adds what a model needs: data that has been checked, training that can be repeated, validation before the model goes live. A model must also be watched in a different way, because the world changes: one that was right at first may be wrong more and more often without any failure to show it, and this is called drift. When drift appears, the model is trained on more recent data, or a safer solution takes its place.",
    "fr": "Le MLOps étend le DevOps aux logiciels qui reposent sur un modèle d’apprentissage automatique, c’est-à-dire un programme qui apprend à partir d’exemples au lieu de suivre des règles écrites une à une ; les lettres ML sont l’abréviation anglaise d’« apprentissage automatique ». On y fait tout ce que fait le DevOps, et l’on y ajoute ce qu’il faut à un modèle : des données contrôlées, un entraînement que l’on peut refaire, une validation avant la mise en service. Il faut aussi le surveiller autrement, car le monde change : un modèle juste au départ peut se tromper de plus en plus sans qu’aucune panne le signale, et c’est ce que l’on appelle la dérive. Quand elle apparaît, on entraîne le modèle sur des données plus récentes ou l’on revient à une solution plus sûre."
   },
   "extends": "devops",
   "missions": [
    "COLLAB",
    "AUTO",
    "CI",
    "CD",
    "MON"
   ],
   "name": {
    "en": "MLOps",
    "fr": "MLOps"
   },
   "origin": "source",
   "part": {
    "en": "This job links the people who design a model, those who supply the data and those who run the service. In one day, it may mean checking that the data received is complete, training a model again and comparing it with the one in place, putting the new version into service for a small share of requests, then following its errors. It also means checking that the model is not wrong more often for some groups of people. And it means keeping enough of a record to find which version, trained on which data, gave an answer that someone disputes.",
    "fr": "Ce métier relie les personnes qui conçoivent un modèle, celles qui fournissent les données et celles qui font fonctionner le service. En une journée, on peut vérifier que les données reçues sont complètes, relancer un entraînement et comparer le résultat au modèle en place, mettre la nouvelle version en service pour une petite partie des demandes, puis suivre ses erreurs. On vérifie aussi que le modèle ne se trompe pas davantage pour certains groupes de personnes. Et l’on garde de quoi retrouver quelle version, entraînée sur quelles données, a donné une réponse contestée."
   },
   "requirements": {
    "M1": {
     "levels": {
      "confirmed": 3,
      "junior": 2,
      "senior": 4
     },
     "weight": 3
    },
    "M2": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M3": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 2
    },
    "M4": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M5": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M6": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M7": {
     "levels": {
      "confirmed": 3,
      "junior": 1,
      "senior": 4
     },
     "weight": 3
    },
    "M8": {
     "levels": {
      "confirmed": 2,
      "junior": 1,
      "senior": 3
     },
     "weight": 2
    }
   },
   "summary": {
    "en": "Putting artificial-intelligence models into service and seeing that their answers stay reliable over time.",
    "fr": "Mettre en service des modèles d’intelligence artificielle et veiller à ce que leurs réponses restent fiables au fil du temps."
   }
  }
 ],
 "salaries": [
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "junior",
   "high": null,
   "low": null,
   "population": null,
   "role": "devops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  },
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "senior",
   "high": null,
   "low": null,
   "population": null,
   "role": "devops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  },
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "junior",
   "high": null,
   "low": null,
   "population": null,
   "role": "mlops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  },
  {
   "address": null,
   "basis": null,
   "consulted": null,
   "country": "FR",
   "currency": "EUR",
   "grade": "senior",
   "high": null,
   "low": null,
   "population": null,
   "role": "mlops",
   "source": "Apec (Association pour l’emploi des cadres)",
   "status": "to_complete",
   "year": 2023
  }
 ],
 "skills": [
  {
   "anchors": {
    "en": [
     "I have never saved work in a version-control system and could not say what one is for.",
     "I can explain what commits, branches and merges are for, but have used them only in exercises.",
     "I have put my changes into a team’s repository, following written steps or with someone beside me.",
     "I branch, merge and resolve simple conflicts unaided; the team builds on the result.",
     "I have recovered lost work or untangled a damaged history; colleagues call me when theirs goes wrong.",
     "Several teams follow the branching rules I set; I can put a figure on the shorter wait before a merge."
    ],
    "fr": [
     "Je n’ai jamais enregistré de travail dans un gestionnaire de versions et je ne saurais pas dire à quoi il sert.",
     "Je peux expliquer à quoi servent un commit, une branche et une fusion ; je ne les ai pratiqués qu’en exercice.",
     "J’ai versé mes modifications dans le dépôt d’une équipe, en suivant un mode d’emploi ou avec quelqu’un à mes côtés.",
     "Sans aide, je crée des branches, je fusionne et je règle les conflits simples ; l’équipe travaille à partir du résultat.",
     "J’ai récupéré du travail perdu ou démêlé un historique abîmé ; mes collègues m’appellent quand le leur s’embrouille.",
     "Plusieurs équipes suivent les règles de branches que j’ai fixées ; l’attente avant fusion a baissé, j’en ai le chiffre."
    ]
   },
   "code": "T1",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Keep code under version control",
    "fr": "Gérer le code et ses versions"
   },
   "origin": "added",
   "references": {
    "dora": [
     "version-control"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"
    ],
    "other": [],
    "sfia": [
     "CFMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have yet to write my first script, and could not explain how one carries out a task for me.",
     "I can read a short script and say what it does; if I have written any, it was only to learn.",
     "I do it otherwise, level 2.",
     "I write, unaided, scripts that stop on an error and say why; others run them without me.",
     "I have hardened a script against surprises (an interruption, a bad file, a double run); people bring me the stubborn cases.",
     "I do it otherwise, level 5."
    ],
    "fr": [
     "Je n’ai encore écrit aucun script ; je ne pourrais pas expliquer comment il exécute une tâche à ma place.",
     "Je peux lire un script court et dire ce qu’il fait ; si j’en ai écrit, c’était seulement pour apprendre.",
     "Je le fais autrement, niveau 2.",
     "J’écris sans aide des scripts qui s’arrêtent en cas d’erreur et disent pourquoi ; d’autres les lancent sans moi.",
     "J’ai fiabilisé un script face à l’imprévu (coupure, fichier abîmé, double lancement) ; on me soumet les cas qui résistent.",
     "Je le fais autrement, niveau 5."
    ]
   },
   "code": "T2",
   "competency": "TECH",
   "mission": "AUTO",
   "name": {
    "en": "Write a script",
    "fr": "Écrire un script"
   },
   "origin": "added",
   "references": {
    "dora": [
     "deployment-automation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/5ef0c719-5bcb-49f8-b8eb-824388225333"
    ],
    "other": [],
    "sfia": [
     "PROG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "Describing a server or a network in a file is new to me: I have never done it and could not say why one would.",
     "I can explain why to describe a server in files rather than set it up by hand; at most, I have tried it in a course.",
     "I have changed and applied the description of a real environment, with a guide or a colleague’s support at each step.",
     "From my files alone, I build an ordinary environment unaided; others deploy their work to it.",
     "I have moved a live, hand-configured system into files without an outage; people ask my advice on such moves.",
     "Several teams start from the templates I made, and I can show how much time each new environment now saves them."
    ],
    "fr": [
     "Décrire un serveur ou un réseau dans un fichier, je ne l’ai jamais fait ; à quoi cela sert, je ne saurais pas le dire.",
     "Je peux expliquer l’intérêt de décrire un serveur en fichiers au lieu de le régler à la main ; au plus, je l’ai essayé en cours.",
     "J’ai modifié puis appliqué la description d’un environnement réel, avec un guide ou l’appui de collègues à chaque étape.",
     "À partir de mes seuls fichiers, je monte sans aide un environnement courant ; d’autres y déploient leur travail.",
     "J’ai transposé en fichiers, sans coupure, un système en service réglé à la main ; on me consulte pour ce genre de reprise.",
     "Plusieurs équipes partent des fichiers types que j’ai créés ; je peux montrer combien de temps elles gagnent par environnement."
    ]
   },
   "code": "T3",
   "competency": "TECH",
   "mission": "AUTO",
   "name": {
    "en": "Describe infrastructure as code",
    "fr": "Décrire l’infrastructure sous forme de code"
   },
   "origin": "added",
   "references": {
    "dora": [
     "flexible-infrastructure",
     "platform-engineering"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/6195c5f7-a4fb-425d-a3dd-c4467c4471a3",
     "http://data.europa.eu/esco/skill/ce8ae6ca-61d8-4174-b457-641de96cbff4",
     "http://data.europa.eu/esco/skill/ae4f0cc6-e0b9-47f5-bdca-2fc2e6316dce"
    ],
    "other": [
     "RNCP36061"
    ],
    "sfia": [
     "ITOP",
     "IFDN"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never used a continuous-integration pipeline; asked what one does, I would have no answer yet.",
     "I can describe how a pipeline builds, tests and reports failures; I have not worked on one in a real project.",
     "I have added or fixed a step in a real project’s pipeline, following a tutorial or with a helping hand.",
     "I have set up, unaided, a pipeline that checks every change, and I mend it if it breaks; the team relies on it.",
     "I have removed the cause of random failures or delays in a pipeline; colleagues turn to me when theirs is stuck.",
     "I had several teams adopt a common base pipeline; they wait less for a verdict, and I keep the timings."
    ],
    "fr": [
     "Je n’ai jamais utilisé de chaîne d’intégration continue ; si on me demandait ce qu’elle fait, je ne saurais pas répondre.",
     "Je peux décrire comment une chaîne assemble, teste et signale les échecs ; je n’ai touché à aucune sur un vrai projet.",
     "J’ai ajouté ou corrigé une étape dans la chaîne d’un vrai projet, en suivant un tutoriel ou avec un coup de main.",
     "J’ai monté sans aide une chaîne qui vérifie chaque modification, et je la répare si elle casse ; l’équipe s’appuie dessus.",
     "J’ai supprimé la cause d’échecs aléatoires ou de lenteurs dans une chaîne ; des collègues me sollicitent quand la leur bloque.",
     "J’ai fait adopter une chaîne de base commune à plusieurs équipes ; elles attendent moins le verdict, et j’en tiens le relevé."
    ]
   },
   "code": "T4",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Run a continuous-integration pipeline",
    "fr": "Faire vivre une chaîne d’intégration continue"
   },
   "origin": "added",
   "references": {
    "dora": [
     "continuous-integration",
     "trunk-based-development"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/f47a1998-0beb-43be-9f46-380aa4d183da"
    ],
    "other": [],
    "sfia": [
     "SINT"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never written a test that a machine can rerun, nor could I yet say what such a test would check.",
     "I can explain how a unit test differs from an end-to-end one, but have written neither for a real project.",
     "I have added tests to a real project, working in a pair or from an example explained step by step.",
     "Along with my code I write, unaided, tests that fail if the code breaks; the team runs them on every change.",
     "I have put hard-to-test code under test or cured flaky tests; others ask me where to begin with theirs.",
     "Several teams test by a practice I brought in; fewer bugs slip past them, and the chart shows it."
    ],
    "fr": [
     "Je n’ai jamais écrit de test qu’une machine puisse rejouer ; pour l’instant, je ne saurais pas dire ce qu’il vérifierait.",
     "Je peux expliquer ce qui sépare un test unitaire d’un test de bout en bout, sans en avoir écrit pour un vrai projet.",
     "J’ai ajouté des tests à un vrai projet, en binôme ou à partir d’un exemple expliqué pas à pas.",
     "Avec mon code, j’écris sans aide des tests qui échouent si on le casse ; l’équipe les lance à chaque modification.",
     "J’ai mis sous test un code qui s’y prêtait mal ou stabilisé des tests capricieux ; on me demande par où commencer.",
     "Plusieurs équipes testent selon une pratique que j’ai introduite ; moins d’anomalies leur échappent, la courbe le montre."
    ]
   },
   "code": "T5",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Write automated tests",
    "fr": "Écrire des tests automatisés"
   },
   "origin": "added",
   "references": {
    "dora": [
     "test-automation",
     "test-data-management"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/6a322874-e32f-4cd8-9683-badce67a7f73"
    ],
    "other": [],
    "sfia": [
     "TEST",
     "NFTS"
    ]
   },
   "replaced_by": [
    "T9"
   ],
   "retired": true
  },
  {
   "anchors": {
    "en": [
     "I have never put a version live, and going back to the previous one is a step I could not describe.",
     "I can describe the steps of a release and of its rollback, but have not yet carried out a real one.",
     "I have put a version live, rollback prepared, using a detailed procedure or the team’s help.",
     "I release versions that others use, unaided, and have checked that going back works.",
     "I have carried out a difficult rollback, say with the database already changed; I am consulted before tricky releases.",
     "I reshaped how several teams release: they ship more often and failures end sooner, with figures to show for it."
    ],
    "fr": [
     "Je n’ai jamais mis de version en production, et revenir à la précédente est une manœuvre que je ne pourrais pas décrire.",
     "Je peux décrire les étapes d’une mise en production et du retour arrière, sans en avoir encore mené une vraie.",
     "J’ai mis une version en production, retour arrière préparé, avec une procédure détaillée ou l’aide de l’équipe.",
     "Je mets en production sans aide des versions que d’autres utilisent, et j’ai vérifié que le retour arrière fonctionne.",
     "J’ai réussi un retour arrière difficile (base de données déjà modifiée, par exemple) ; on me consulte avant une livraison délicate.",
     "J’ai changé la façon de livrer de plusieurs équipes : livraisons plus fréquentes, pannes plus courtes, chiffres à l’appui."
    ]
   },
   "code": "T6",
   "competency": "TECH",
   "mission": "CD",
   "name": {
    "en": "Release with a way back",
    "fr": "Mettre en production avec un retour arrière possible"
   },
   "origin": "added",
   "references": {
    "dora": [
     "continuous-delivery",
     "deployment-automation",
     "database-change-management"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b"
    ],
    "other": [
     "RNCP36061"
    ],
    "sfia": [
     "DEPL",
     "RELM"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never kept watch on a live service; I do not yet know what one should look at, or why.",
     "I can say what a metric, a log and an alert each reveal; I have seen them only in courses or demos.",
     "I have added a chart or an alert to a live service, following instructions or someone’s advice.",
     "I chose and set up a service’s metrics and alerts unaided; the team that runs it acts on them.",
     "I have found the cause of a failure that no alert announced; I get called when the charts say nothing.",
     "I reviewed with several teams what deserves an alert; false alarms have dropped, as the monthly count shows."
    ],
    "fr": [
     "Je n’ai jamais suivi l’état d’un service en production ; j’ignore encore ce qu’il faudrait y regarder, et pourquoi.",
     "Je peux dire ce que nous apprennent une mesure, un journal et une alerte ; je n’en ai vu qu’en cours ou en démonstration.",
     "J’ai ajouté un graphique ou une alerte à un service en production, en suivant une notice ou les conseils de quelqu’un.",
     "J’ai choisi et posé sans aide les mesures et les alertes d’un service ; l’équipe qui l’exploite s’en sert pour intervenir.",
     "J’ai trouvé la cause d’une panne qu’aucune alerte n’annonçait ; on fait appel à moi quand les courbes ne disent rien.",
     "J’ai revu avec plusieurs équipes ce qui mérite une alerte ; les fausses alertes ont reculé, le décompte mensuel en témoigne."
    ]
   },
   "code": "T7",
   "competency": "TECH",
   "mission": "MON",
   "name": {
    "en": "Monitor a live service",
    "fr": "Superviser un service en production"
   },
   "origin": "added",
   "references": {
    "dora": [
     "monitoring-and-observability"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd",
     "http://data.europa.eu/esco/skill/8efa6a7a-6556-4cb8-908d-59d3b5c58d2f"
    ],
    "other": [
     "RNCP36061"
    ],
    "sfia": [
     "AVMT",
     "SLMO"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never checked the security of a program or a server and could not explain how to go about it.",
     "I can name common flaws and say at which step to look for them; I have dealt with none outside an exercise.",
     "With a checklist or someone’s help, I have fixed a flaw or taken a password out of a real project’s code.",
     "I have put security checks in place unaided, from design to release; the team fixes what they find.",
     "I have contained a leaked key or a flaw with no known fix; colleagues consult me from the design stage on.",
     "I made security a habit in several teams; flaws are fixed sooner, and the dates prove it."
    ],
    "fr": [
     "Je n’ai jamais vérifié la sécurité d’un logiciel ou d’un serveur et je ne saurais pas expliquer comment on s’y prend.",
     "Je peux citer des failles courantes et dire à quelle étape les chercher ; je n’en ai traité aucune hors d’un exercice.",
     "Avec une fiche ou l’aide de quelqu’un, j’ai corrigé une faille ou retiré un mot de passe du code d’un vrai projet.",
     "J’ai placé sans aide des contrôles de sécurité, de la conception à la livraison ; l’équipe corrige ce qu’ils trouvent.",
     "J’ai maîtrisé la fuite d’une clé ou une faille sans correctif connu ; des collègues me consultent dès la conception.",
     "J’ai fait de la sécurité une habitude dans plusieurs équipes ; les failles y sont corrigées plus tôt, les dates le prouvent."
    ]
   },
   "code": "T8",
   "competency": "TECH",
   "mission": "AUTO",
   "name": {
    "en": "Build security into every step",
    "fr": "Intégrer la sécurité à chaque étape"
   },
   "origin": "added",
   "references": {
    "dora": [
     "pervasive-security"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/c13fb093-5ffb-491a-b8b7-fa2d42a57e2e",
     "http://data.europa.eu/esco/skill/e5beeff8-7c98-490a-ae2c-16fbb6a87305"
    ],
    "other": [],
    "sfia": [
     "SCAD"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never split a project into parts delivered one after another, and could not say what is gained by it.",
     "I can explain why small batches bring feedback sooner, but I have only ever split up exercises.",
     "With a colleague or a template to follow, I have split a real request into batches, and at least the first was delivered.",
     "I split ordinary requests unaided into batches of a few days, which the team picks up and delivers one by one.",
     "I have had a seemingly indivisible job, such as a migration, delivered in stages. Colleagues ask me when a batch stays too big.",
     "I have brought several teams to deliver in small batches, and figures show that the time from request to delivery has fallen."
    ],
    "fr": [
     "Je n’ai jamais découpé un projet en lots livrés l’un après l’autre, et je ne saurais pas dire ce qu’on y gagne.",
     "Je peux expliquer pourquoi de petits lots apportent des retours plus tôt, mais je n’ai découpé que des exercices.",
     "Avec un collègue ou un modèle à suivre, j’ai découpé une vraie demande en lots, et au moins le premier a été livré.",
     "Je découpe sans aide une demande courante en lots de quelques jours, que l’équipe prend et livre un par un.",
     "J’ai fait livrer par étapes un chantier qui semblait indivisible, comme une migration. On vient me voir quand un lot reste trop gros.",
     "J’ai amené plusieurs équipes à livrer par petits lots : le délai entre demande et livraison a baissé, chiffres à l’appui."
    ]
   },
   "code": "G1",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Break work into small deliverable batches",
    "fr": "Découper un travail en petits lots livrables"
   },
   "origin": "added",
   "references": {
    "dora": [
     "working-in-small-batches"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7"
    ],
    "other": [],
    "sfia": [
     "PRMG",
     "DLMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never put a figure on the effort a task would take, and would not know where to begin.",
     "I can explain why an estimate is a range and gets revised, but no real work has relied on one of mine.",
     "I have estimated real tasks with a checklist or a more experienced colleague, then compared my figures with the time spent.",
     "I estimate ordinary tasks unaided, correct the figure as soon as the facts change, and the team plans by it.",
     "I have estimated work full of unknowns, assumptions written down, and revised in time. Colleagues bring me their figures.",
     "I have had several teams compare estimated with actual effort, and the gap, which we measure, has narrowed."
    ],
    "fr": [
     "Je n’ai jamais chiffré la charge d’une tâche, et je ne saurais pas par où commencer.",
     "Je peux expliquer pourquoi une estimation est une fourchette et se révise, mais aucun vrai travail n’a reposé sur une des miennes.",
     "J’ai estimé de vraies tâches avec une grille ou un collègue plus expérimenté, puis comparé mes chiffres au temps passé.",
     "J’estime sans aide les tâches courantes, je corrige dès que les faits changent, et l’équipe planifie d’après mes chiffres.",
     "J’ai estimé un travail plein d’inconnues, hypothèses écrites, et révisé à temps. Des collègues me soumettent leurs chiffres.",
     "J’ai fait comparer l’estimé et le réel dans plusieurs équipes, et l’écart, que nous mesurons, s’est réduit."
    ]
   },
   "code": "G2",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Estimate effort",
    "fr": "Estimer une charge de travail"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/e207163b-7963-4c3e-9494-7a4bb000211b"
    ],
    "other": [],
    "sfia": [
     "PRMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never capped the number of tasks open at once, and do not yet see what it would be for.",
     "I can explain why too many open tasks slow everything down, but I have not yet worked to a limit.",
     "On a real project, I have kept to a limit on open tasks, with someone to help me choose what came first.",
     "I set the order of ordinary tasks unaided and open none beyond the limit, and the team follows that order.",
     "I have settled a clash of urgent requests without exceeding the limit. Colleagues seek my advice when everything looks urgent.",
     "Several teams have adopted the limit on open tasks that I proposed. It still holds, and their tasks are finished sooner."
    ],
    "fr": [
     "Je n’ai jamais plafonné le nombre de tâches ouvertes en même temps, et je ne vois pas encore à quoi cela servirait.",
     "Je peux expliquer pourquoi trop de tâches ouvertes ralentissent tout, mais je n’ai pas encore travaillé avec une limite.",
     "Sur un vrai projet, j’ai respecté une limite de tâches en cours, avec quelqu’un pour m’aider à choisir l’ordre.",
     "Je fixe sans aide l’ordre des tâches courantes, je n’en ouvre pas au-delà de la limite, et l’équipe suit cet ordre.",
     "J’ai arbitré entre des urgences rivales sans dépasser la limite. On me demande conseil quand tout paraît urgent.",
     "Plusieurs équipes ont adopté la limite d’encours que j’ai proposée. Elle tient toujours, et les tâches s’y terminent plus vite."
    ]
   },
   "code": "G3",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Limit work in progress",
    "fr": "Limiter le travail en cours"
   },
   "origin": "added",
   "references": {
    "dora": [
     "wip-limits"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/0a9acb6b-1139-4be9-b431-3a80a959f2f4"
    ],
    "other": [],
    "sfia": [
     "DLMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never kept a task board or a progress report, and would not know what to put on one.",
     "I can explain what a task board open to everyone is for, but I have only kept one for practice.",
     "I have kept the progress of real work up to date, with the team’s template or a colleague to correct me.",
     "I maintain, unaided, a view of the work that others consult to see where things stand without having to ask me.",
     "I have made work spread over several teams easy to follow, blockages included. Colleagues consult me to set up their own view.",
     "I have defined the progress view that several teams share. It replaced a meeting or a report, and is still in use."
    ],
    "fr": [
     "Je n’ai jamais tenu de tableau ni de point d’avancement, et j’ignore ce qu’il faudrait y montrer.",
     "Je peux expliquer à quoi sert un tableau des tâches visible de tous, mais je n’en ai tenu un que pour m’exercer.",
     "J’ai tenu à jour l’avancement d’un vrai travail, avec le modèle de l’équipe ou un collègue pour me corriger.",
     "Je tiens sans aide un suivi que d’autres consultent pour savoir où en est le travail, sans avoir à me le demander.",
     "J’ai rendu lisible un travail réparti entre plusieurs équipes, blocages compris. On me consulte pour bâtir d’autres suivis.",
     "J’ai défini le suivi commun à plusieurs équipes. Il a remplacé une réunion ou un rapport, et il sert toujours."
    ]
   },
   "code": "G4",
   "competency": "PM",
   "mission": "COLLAB",
   "name": {
    "en": "Make progress visible",
    "fr": "Rendre l’avancement visible"
   },
   "origin": "added",
   "references": {
    "dora": [
     "visual-management",
     "work-visibility-in-value-stream"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7"
    ],
    "other": [],
    "sfia": [
     "MEAS"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never looked for what a change might break before making it, and would not know how to go about it.",
     "I can explain how a trial or a gradual rollout limits the damage, but I have not done it on a live service.",
     "I have prepared a real change with a checklist or a colleague: risks noted, trial done, fallback planned.",
     "I prepare ordinary changes unaided (effects listed, trial, written fallback), and others carry out my plan.",
     "I have made a risky change, such as a switch of database, with no unplanned outage. Colleagues show me their delicate plans.",
     "I have changed how several teams approve their changes, and the failure rate, tracked month by month, has come down."
    ],
    "fr": [
     "Je n’ai jamais cherché ce qu’un changement risquait de casser avant de le faire, et je ne saurais pas comment m’y prendre.",
     "Je peux expliquer comment un essai ou un déploiement progressif limite les dégâts, sans l’avoir fait sur un vrai service.",
     "J’ai préparé un vrai changement avec une liste de contrôle ou un collègue : risques notés, essai fait, repli prévu.",
     "Je prépare sans aide les changements courants (effets listés, essai, repli écrit), et d’autres appliquent mon plan.",
     "J’ai mené un changement risqué, comme une bascule de base de données, sans coupure imprévue. On me soumet les plans délicats.",
     "J’ai changé la façon dont plusieurs équipes valident leurs changements, et le taux d’échec, suivi mois par mois, a baissé."
    ]
   },
   "code": "G5",
   "competency": "PM",
   "mission": "CD",
   "name": {
    "en": "Reduce the risk of a change",
    "fr": "Réduire le risque d’un changement"
   },
   "origin": "added",
   "references": {
    "dora": [
     "streamlining-change-approval"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/1dd23dba-dd00-45ab-abf4-642902538317",
     "http://data.europa.eu/esco/skill/0a099c81-6a0c-4f00-bb3b-990d23ec03a5"
    ],
    "other": [],
    "sfia": [
     "CHMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never written instructions or a procedure for other people, and could not say what makes one useful.",
     "I can explain what a good procedure should contain, but I have only written notes for myself or for a course.",
     "I have written a real procedure from a template, or with a colleague who corrected it before it went out.",
     "Without help, I document what I deliver, and colleagues have followed my text to the end without calling me.",
     "I have documented an old system that nobody had described. Colleagues ask me how to rewrite pages that puzzle readers.",
     "I have set the way several teams write and review their pages. A count shows fewer repeated questions."
    ],
    "fr": [
     "Je n’ai jamais écrit de mode d’emploi ni de procédure pour d’autres, et je ne saurais dire ce qui rend un tel texte utile.",
     "Je peux expliquer ce qu’une bonne procédure doit contenir, mais je n’ai écrit que des notes pour moi ou pour un cours.",
     "J’ai écrit une procédure réelle à partir d’un modèle, ou avec un collègue qui l’a corrigée avant sa diffusion.",
     "Je documente sans aide ce que je livre, et des collègues ont suivi mon texte jusqu’au bout sans m’appeler.",
     "J’ai documenté un système ancien que personne n’avait décrit. On me demande comment réécrire les pages mal comprises.",
     "J’ai fixé la façon dont plusieurs équipes écrivent et révisent leurs pages. Un décompte montre moins de questions répétées."
    ]
   },
   "code": "C1",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Write documentation that others use",
    "fr": "Rédiger une documentation qui sert aux autres"
   },
   "origin": "added",
   "references": {
    "dora": [
     "documentation-quality"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/2636b3d3-843e-46a9-8b4c-a9d6ca3f5a2d"
    ],
    "other": [],
    "sfia": [
     "KNOW"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never presented a technical subject to someone in another line of work, and would not know how to simplify it.",
     "I can explain how an example or a picture takes the place of jargon, but I have only tried it on friends or family.",
     "I have explained a technical subject to a customer or another department, with a colleague beside me or ready-made slides.",
     "I explain an ordinary subject unaided to non-specialists, who put it in their own words and use it to decide.",
     "I have made a thorny subject clear to people who were worried or disagreed. Colleagues prepare their talks with me.",
     "I have given several teams one outline for presenting a technical choice, and it takes fewer meetings to decide."
    ],
    "fr": [
     "Je n’ai jamais présenté un sujet technique à quelqu’un d’un autre métier, et je ne saurais pas comment le simplifier.",
     "Je peux expliquer comment un exemple ou une image remplace le jargon, mais je n’ai essayé qu’avec des proches.",
     "J’ai expliqué un sujet technique à un client ou à un autre service, avec un collègue à mes côtés ou un support déjà prêt.",
     "J’explique sans aide un sujet courant à un non-spécialiste, qui le redit avec ses mots et s’en sert pour décider.",
     "J’ai fait comprendre un sujet épineux à un public inquiet ou en désaccord. Des collègues préparent leurs exposés avec moi.",
     "J’ai donné à plusieurs équipes un même canevas pour exposer un choix technique, et il faut moins de réunions pour décider."
    ]
   },
   "code": "C2",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Explain a technical subject to a non-specialist",
    "fr": "Expliquer un sujet technique à un non-spécialiste"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/c32ad607-0c4d-4e34-b73f-668298f7bf13"
    ],
    "other": [],
    "sfia": [
     "RLMT"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never gathered a request from a user, and would not know which questions to ask.",
     "I can explain why one restates a request before acting on it, but I have only done so in role play or on a course.",
     "I have questioned a real requester, with a colleague or a list of questions, and they confirmed my restatement.",
     "I clarify ordinary requests unaided, and the team works from the need that I wrote down and had confirmed.",
     "I have untangled conflicting requests or found the need behind a solution. Colleagues call me when a request stays vague.",
     "I have made it a habit in several teams to restate a need before starting. Our records show fewer deliveries to redo."
    ],
    "fr": [
     "Je n’ai jamais recueilli la demande d’un utilisateur, et je ne saurais pas quelles questions lui poser.",
     "Je peux expliquer pourquoi on reformule une demande avant d’agir, mais je ne l’ai fait qu’en jeu de rôle ou en cours.",
     "J’ai interrogé un vrai demandeur, avec un collègue ou une liste de questions, et il a confirmé ma reformulation.",
     "Je clarifie sans aide les demandes courantes, et l’équipe travaille d’après le besoin que j’ai écrit et fait confirmer.",
     "J’ai démêlé des demandes contradictoires ou trouvé le besoin derrière une solution. On m’appelle si une demande reste floue.",
     "J’ai installé dans plusieurs équipes l’habitude de reformuler avant de démarrer. Le suivi montre moins de livraisons à refaire."
    ]
   },
   "code": "C3",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Clarify a need",
    "fr": "Clarifier un besoin"
   },
   "origin": "added",
   "references": {
    "dora": [
     "user-centric-focus",
     "customer-feedback"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de",
     "http://data.europa.eu/esco/skill/b04f377b-ee80-4b38-aca1-19d266a23b17"
    ],
    "other": [],
    "sfia": [
     "REQM"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never commented on a colleague’s work to help improve it, and would not know how to put it.",
     "I can explain why useful feedback is about facts and not the person, but I have only commented on textbook cases.",
     "I have reviewed real work with a checklist or a seasoned colleague, and the author took up at least one of my remarks.",
     "I review ordinary work unaided, with a way forward for each criticism, and the authors use it to make corrections.",
     "I have told someone that their work had to be redone, and we still work together. Colleagues ask me how to put things.",
     "I have set the review rules of several teams. They are still followed, and fewer defects get through to production."
    ],
    "fr": [
     "Je n’ai jamais commenté le travail d’un collègue pour l’aider à l’améliorer, et je ne saurais pas comment le formuler.",
     "Je peux expliquer pourquoi un retour utile vise les faits et non la personne, mais je n’ai commenté que des cas d’école.",
     "J’ai relu un vrai travail avec une grille ou un collègue aguerri, et l’auteur a retenu au moins une de mes remarques.",
     "Je relis sans aide les travaux courants, avec une piste pour chaque critique, et les auteurs s’en servent pour corriger.",
     "J’ai annoncé à quelqu’un que son travail était à refaire, et nous coopérons toujours. On me demande comment dire les choses.",
     "J’ai établi les règles de relecture de plusieurs équipes. Elles sont toujours suivies, et moins de défauts passent en production."
    ]
   },
   "code": "C4",
   "competency": "COM",
   "mission": "CI",
   "name": {
    "en": "Give constructive feedback on others’ work",
    "fr": "Donner un retour constructif sur le travail d’autrui"
   },
   "origin": "added",
   "references": {
    "dora": [
     "generative-organizational-culture"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/b9bb1f03-15e2-4079-943e-7e483b21725b"
    ],
    "other": [],
    "sfia": []
   }
  },
  {
   "anchors": {
    "en": [
     "I have never taken a task across development and operations, and could not say who does what.",
     "I can explain why development and operations gain by preparing a release together, but I have not yet taken part in one.",
     "I have carried out a real task with the other team, following a joint procedure or a colleague’s advice.",
     "I settle ordinary matters with the other team unaided, from the design stage on, and both sides apply what was agreed.",
     "I have found a way out of a clash between shipping fast and staying stable. Both teams accepted it and have consulted me since.",
     "At my initiative, several teams share goals, and the measured wait between development and operations has shortened."
    ],
    "fr": [
     "Je n’ai jamais mené de tâche entre développement et exploitation, et je ne saurais pas dire qui fait quoi.",
     "Je peux expliquer pourquoi développement et exploitation ont intérêt à préparer ensemble une livraison, sans y avoir pris part.",
     "J’ai mené une vraie tâche avec l’autre équipe, en suivant une procédure commune ou les conseils d’un collègue.",
     "Je règle sans aide les sujets courants avec l’autre équipe, dès la conception, et chaque côté applique ce qui a été convenu.",
     "J’ai trouvé une issue à un conflit entre livrer vite et rester stable. Les deux équipes l’ont acceptée et me consultent depuis.",
     "À mon initiative, plusieurs équipes partagent des objectifs, et le délai mesuré entre développement et exploitation a baissé."
    ]
   },
   "code": "C5",
   "competency": "COM",
   "mission": "COLLAB",
   "name": {
    "en": "Work across development and operations teams",
    "fr": "Coopérer entre équipes de développement et d’exploitation"
   },
   "origin": "added",
   "references": {
    "dora": [
     "generative-organizational-culture",
     "loosely-coupled-teams"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0",
     "http://data.europa.eu/esco/skill/f0de4973-0a70-4644-8fd4-3a97080476f4"
    ],
    "other": [],
    "sfia": [
     "RLMT"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never kept anyone informed during an outage, and would not know what to say, to whom or when.",
     "I can explain what a good incident message says (effect, action, next update), but I have only written them in drills.",
     "During a real incident, I have sent messages based on a template or first checked by a colleague.",
     "In an ordinary incident, I inform those affected unaided, at the times announced, and they make their plans accordingly.",
     "I have kept customers and managers informed in a long outage of unknown cause. Colleagues have me check awkward messages.",
     "I have defined who informs people, how and when, for several teams, and calls received during outages have fallen."
    ],
    "fr": [
     "Je n’ai jamais informé qui que ce soit pendant une panne, et je ne saurais pas quoi dire, à qui, ni quand.",
     "Je peux expliquer ce que dit un bon message d’incident (effet, action, prochain point), mais je n’en ai écrit qu’en exercice.",
     "Pendant un vrai incident, j’ai envoyé des messages tirés d’un modèle ou relus d’abord par un collègue.",
     "Dans un incident courant, j’informe sans aide les personnes touchées, aux heures annoncées, et elles s’organisent en conséquence.",
     "J’ai tenu clients et direction au courant d’une longue panne de cause inconnue. On me demande de revoir les messages délicats.",
     "J’ai défini qui informe, comment et quand, pour plusieurs équipes, et les appels reçus pendant les pannes ont diminué."
    ]
   },
   "code": "C6",
   "competency": "COM",
   "mission": "MON",
   "name": {
    "en": "Keep people informed during an incident",
    "fr": "Informer pendant un incident"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/440d5784-52a5-4729-8b04-29f978bd896d"
    ],
    "other": [],
    "sfia": [
     "USUP"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never reported a problem before it showed, and could not say which early signs give one away.",
     "I can name early signs, such as a disk filling up; I have not yet reported one at work.",
     "With a checklist or a colleague’s help, I have spotted a real risk and reported it before it reached any user.",
     "Without being asked, I report ordinary risks with the facts and a date to act by; my team acts on what I write.",
     "I have got a hidden risk between two systems fixed in time; colleagues ask me whether a doubt of theirs is worth raising.",
     "I have given several teams a simple way to raise risks early; the share of outages first noticed by customers has fallen."
    ],
    "fr": [
     "Je n’ai jamais signalé un problème avant qu’il ne se voie et je ne saurais pas dire à quels signes on le devine.",
     "Je peux citer des signes avant-coureurs, comme un disque qui se remplit ; je n’en ai pas encore signalé au travail.",
     "Avec une liste de contrôle ou l’aide de collègues, j’ai repéré et signalé un risque réel avant qu’il ne touche un utilisateur.",
     "Sans qu’on me le demande, je signale les risques courants, avec les faits et une échéance ; l’équipe agit d’après mon message.",
     "J’ai fait corriger à temps un risque caché entre deux systèmes ; des collègues me demandent si leur doute mérite une alerte.",
     "J’ai donné à plusieurs équipes un moyen simple d’alerter tôt ; la part des pannes découvertes par les clients a baissé."
    ]
   },
   "code": "P1",
   "competency": "PRO",
   "mission": "MON",
   "name": {
    "en": "Flag a problem before it hurts",
    "fr": "Signaler un problème avant qu’il ne gêne"
   },
   "origin": "added",
   "references": {
    "dora": [
     "proactive-failure-notification"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/e186976a-64f0-4052-a25b-297d19e1d0ec",
     "http://data.europa.eu/esco/skill/1afb3c58-41a5-484b-b627-363ede418757"
    ],
    "other": [],
    "sfia": [
     "PBMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never backed a suggestion for improvement with a figure, and would not know what to measure.",
     "I can explain why one measures before and after a change; at work I have not yet proposed anything of the kind.",
     "I have proposed a real improvement and taken its figure before and after, with someone’s help or a template.",
     "I propose improvements unaided, each with a figure to move (a delay, an error rate); my team has adopted some and seen the effect.",
     "I have measured a gain that was hard to isolate, or dropped my idea when figures disproved it; colleagues ask me what to measure.",
     "Several teams try out ideas by a method I introduced; I can show which gains were kept and which ideas were dropped."
    ],
    "fr": [
     "Je n’ai jamais appuyé sur un chiffre une proposition d’amélioration et je ne saurais pas quoi mesurer.",
     "Je peux expliquer pourquoi on mesure avant et après un changement ; au travail, je n’ai encore rien proposé de ce genre.",
     "J’ai proposé une amélioration réelle et relevé son chiffre avant et après, avec l’aide d’une personne ou d’une fiche guide.",
     "Je propose sans aide des améliorations chiffrées (un délai, un taux d’erreur) ; l’équipe en a adopté et en a vu l’effet.",
     "J’ai mesuré un gain difficile à isoler, ou renoncé à mon idée devant les chiffres ; des collègues me demandent quoi mesurer.",
     "Plusieurs équipes testent leurs idées selon une méthode que j’ai instaurée ; je peux montrer les gains gardés et les abandons."
    ]
   },
   "code": "P2",
   "competency": "PRO",
   "mission": "AUTO",
   "name": {
    "en": "Propose a measurable improvement",
    "fr": "Proposer une amélioration mesurable"
   },
   "origin": "added",
   "references": {
    "dora": [
     "team-experimentation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/75b30aeb-34c0-40f4-b77d-271d75a98b14"
    ],
    "other": [],
    "sfia": [
     "BPRE"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never taken part in an incident review, and could not say how one looks for causes without accusing anyone.",
     "I can explain why a review looks for causes, not culprits; I know the exercise only from reading or a course.",
     "After a real incident, I have written the timeline or part of the analysis, with a template or the facilitator’s support.",
     "I run the review of an ordinary incident unaided, from the facts to dated actions; the team carries those actions out.",
     "I have brought a review back to causes when people were trading blame; colleagues ask me to help with delicate ones.",
     "Several teams hold the blame-free review that I introduced; figures show that fewer incidents come back."
    ],
    "fr": [
     "Je n’ai jamais pris part à un bilan d’incident et j’ignore comment on en cherche les causes sans accuser personne.",
     "Je peux expliquer pourquoi un bilan cherche des causes et non des fautes ; je ne connais l’exercice que par un cours ou des lectures.",
     "Après un incident réel, j’ai rédigé la chronologie ou une part de l’analyse, avec une trame ou l’aide de la personne qui animait.",
     "J’anime sans aide le bilan d’un incident courant, des faits jusqu’aux actions datées ; l’équipe met ces actions en œuvre.",
     "J’ai ramené vers les causes un bilan où chacun se renvoyait la faute ; des collègues me demandent de l’aide pour les plus délicats.",
     "À mon initiative, plusieurs équipes tiennent des bilans sans chercher de coupable ; les chiffres montrent moins d’incidents répétés."
    ]
   },
   "code": "P3",
   "competency": "PRO",
   "mission": "MON",
   "name": {
    "en": "Learn from an incident without blame",
    "fr": "Tirer les leçons d’un incident sans chercher de coupable"
   },
   "origin": "added",
   "references": {
    "dora": [
     "learning-culture"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/a3ce2bf7-5562-4639-9b52-fdb4850a3904"
    ],
    "other": [],
    "sfia": [
     "PBMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "Following changes in my field has had no place in my working days so far; I would not know where to begin.",
     "I can name reliable sources and say how to follow them; I have not yet used in my work what I read there.",
     "Following a course or a colleague’s advice, I have learnt a new technique and used it in real work.",
     "I decide what to learn and give it regular time; colleagues use the notes or trials that I share.",
     "I have learnt a poorly documented subject through my own trials to unblock work; colleagues ask me if a novelty is worth the effort.",
     "I have started a regular learning session across several teams; it still takes place, and I can name what came out of it."
    ],
    "fr": [
     "Suivre l’évolution de mon métier n’a pas encore eu de place dans mes journées ; je ne saurais pas par où commencer.",
     "Je peux citer des sources fiables et dire comment on les suit ; rien de ce que j’y ai lu n’a encore servi dans mon travail.",
     "En suivant un cours ou les conseils de collègues, j’ai appris une technique nouvelle et l’ai employée dans un travail réel.",
     "Je décide quoi apprendre et j’y consacre un temps régulier ; des collègues se servent des notes ou des essais que je partage.",
     "J’ai appris par mes propres essais un sujet mal documenté pour débloquer un travail ; on me demande si telle nouveauté vaut l’effort.",
     "J’ai lancé dans plusieurs équipes un rendez-vous d’apprentissage ; il se tient toujours et je peux citer ce qui en est sorti."
    ]
   },
   "code": "P4",
   "competency": "PRO",
   "mission": "COLLAB",
   "name": {
    "en": "Keep one’s knowledge up to date",
    "fr": "Tenir ses connaissances à jour"
   },
   "origin": "added",
   "references": {
    "dora": [
     "learning-culture"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/7a17d7ce-01a2-4746-bbcc-22ffe22fa16e",
     "http://data.europa.eu/esco/skill/a8d24a95-47b3-4f88-92e7-06600bcd3612"
    ],
    "other": [],
    "sfia": [
     "PDSV"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "So far I have done the tasks I was given; I could not say how to start one of my own accord.",
     "I can describe the steps from noticing a need to handing over the result; I have done it only for a personal or course project.",
     "At work I have started a task of my own accord and finished it, with someone helping me to frame it or get unstuck.",
     "I spot a useful task, get any agreement needed and finish it without a reminder; others use what I delivered.",
     "I have finished, despite setbacks, a task that nobody owned; colleagues come to me to get theirs moving again.",
     "I have got several teams to let anyone start useful work without waiting for orders; I can list the tasks completed that way."
    ],
    "fr": [
     "Jusqu’ici, j’ai fait les tâches qu’on me confiait ; je ne saurais pas dire comment en lancer une de moi-même.",
     "Je peux décrire les étapes, du besoin constaté au résultat remis ; je ne les ai suivies que pour un projet personnel ou d’études.",
     "Au travail, j’ai lancé une tâche de moi-même et l’ai terminée, avec quelqu’un pour la cadrer ou lever les blocages.",
     "Je repère une tâche utile, j’obtiens l’accord nécessaire et je la finis sans relance ; d’autres emploient ce que j’ai livré.",
     "J’ai mené à son terme, malgré des imprévus, une tâche que personne ne portait ; des collègues me consultent pour débloquer la leur.",
     "J’ai fait admettre à plusieurs équipes que chacun peut ouvrir un chantier sans attendre d’ordre ; j’ai la liste de ceux qui ont abouti."
    ]
   },
   "code": "P5",
   "competency": "PRO",
   "mission": "COLLAB",
   "name": {
    "en": "Carry a task through on one’s own initiative",
    "fr": "Mener une tâche de bout en bout de sa propre initiative"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/001115fb-569f-4ee6-8381-c6807ef2527f",
     "http://data.europa.eu/esco/skill/199f7919-5114-41b6-b6a5-41e0e4896ec1"
    ],
    "other": [],
    "sfia": []
   }
  },
  {
   "anchors": {
    "en": [
     "I have never evaluated a model, and could not say why its share of correct answers alone may mislead.",
     "I can explain precision, recall and mean error; I have worked them out only on practice examples.",
     "With a guide or someone beside me, I have measured a real model on test data kept apart and read the result.",
     "Unaided, I choose measures by the cost of each error and compare the model with a simple baseline; my team decides from my report.",
     "I have found that a good score came from leaked data or hid rare cases; colleagues ask me to check theirs.",
     "I have had several teams adopt common measures for their models; records show fewer scores contradicted by real use."
    ],
    "fr": [
     "Je n’ai jamais évalué un modèle et je ne saurais pas dire pourquoi son seul taux de bonnes réponses peut tromper.",
     "Je peux expliquer la précision, le rappel et l’erreur moyenne ; je ne les ai calculés que sur des exemples d’exercice.",
     "Avec un guide ou une personne à mes côtés, j’ai mesuré un modèle réel sur des données de test mises à part et lu le résultat.",
     "Je choisis sans aide des mesures selon le coût des erreurs et compare le modèle à un repère simple ; l’équipe décide d’après mon bilan.",
     "J’ai découvert qu’un bon score venait d’une fuite de données ou masquait des cas rares ; des collègues me font vérifier les leurs.",
     "J’ai fait adopter à plusieurs équipes des mesures communes pour leurs modèles ; le suivi montre moins de scores démentis par l’usage."
    ]
   },
   "code": "M1",
   "competency": "ML",
   "mission": "COLLAB",
   "name": {
    "en": "Judge a model by the right measures",
    "fr": "Évaluer un modèle par des mesures adaptées"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/3a2d5b45-56e4-4f5a-a55a-4a4a65afdc43",
     "http://data.europa.eu/esco/skill/8369c2d6-c100-4cf6-bd83-9668d8678433"
    ],
    "other": [
     "ESCO occ. 35553663"
    ],
    "sfia": [
     "MLNG",
     "DATS"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never checked data before giving it to a model, nor could I name the faults to look for.",
     "I can name the usual faults (gaps, duplicates, impossible values); I have looked for them only in a practice set.",
     "I have found and dealt with faults in a real model’s data, with step-by-step instructions or colleagues’ help.",
     "I write the usual checks on incoming data unaided; they stop faulty batches, and my team relies on them.",
     "I have traced to its source a fault that slipped past every check; colleagues call me when data looks doubtful.",
     "I have brought the teams that supply data and those that use it to common rules; the number of rejected batches has dropped."
    ],
    "fr": [
     "Je n’ai jamais contrôlé des données avant de les confier à un modèle et je ne sais pas quels défauts y chercher.",
     "Je peux nommer les défauts habituels (manques, doublons, valeurs impossibles) ; je n’en ai cherché que dans un jeu d’exercice.",
     "J’ai trouvé et traité des défauts dans les données d’un vrai modèle, avec un mode opératoire pas à pas ou l’aide de collègues.",
     "J’écris sans aide les contrôles courants à l’arrivée des données ; ils arrêtent les lots défectueux et l’équipe s’y fie.",
     "J’ai remonté à sa source un défaut que tous les contrôles laissaient passer ; on m’appelle quand des données semblent douteuses.",
     "J’ai amené les équipes qui fournissent les données et celles qui s’en servent à des règles communes ; le nombre de lots rejetés a baissé."
    ]
   },
   "code": "M2",
   "competency": "ML",
   "mission": "CI",
   "name": {
    "en": "Check the quality of input data",
    "fr": "Contrôler la qualité des données d’entrée"
   },
   "origin": "added",
   "references": {
    "dora": [
     "healthy-data-ecosystems"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/713fb616-118e-40bc-9366-4a69879a49d5",
     "http://data.europa.eu/esco/skill/54c9c155-9293-4329-8ed2-2e76e8b519d4"
    ],
    "other": [
     "ml-ops.org: Testing"
    ],
    "sfia": [
     "DATM",
     "DENG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have yet to record the data or settings of a training run, and could not say what such a record is for.",
     "I can say what to keep so as to repeat a training run (data, code, settings); I have tried it only at home or in a course.",
     "By following a procedure or with help, I have logged a real experiment and later found the exact data it used.",
     "Unaided, I link each model I deliver to its data, code and settings; others have rerun the training without me.",
     "I have reproduced an old result despite gaps in its record; colleagues consult me on data too large or too changeable to copy.",
     "Several teams keep the model register that I designed; figures show that the origin of a model is traced faster."
    ],
    "fr": [
     "Je n’ai encore consigné ni les données ni les réglages d’un entraînement et j’ignore à quoi sert cette trace.",
     "Je peux dire ce qu’il faut garder pour refaire un entraînement (données, code, réglages) ; je n’ai essayé que chez moi ou en cours.",
     "En suivant une procédure ou avec de l’aide, j’ai enregistré un essai réel, puis retrouvé les données exactes qui ont servi.",
     "Je relie sans aide chaque modèle livré à ses données, son code et ses réglages ; d’autres ont refait l’entraînement sans moi.",
     "J’ai reproduit un résultat ancien malgré une trace incomplète ; on me consulte pour des données trop lourdes ou trop mouvantes.",
     "Plusieurs équipes tiennent le registre de modèles que j’ai conçu ; les chiffres montrent qu’on remonte plus vite à l’origine d’un modèle."
    ]
   },
   "code": "M3",
   "competency": "ML",
   "mission": "CI",
   "name": {
    "en": "Version data, models and experiments",
    "fr": "Versionner données, modèles et expériences"
   },
   "origin": "added",
   "references": {
    "dora": [
     "version-control"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"
    ],
    "other": [
     "ml-ops.org: Versioning, Experiments tracking, Reproducibility"
    ],
    "sfia": [
     "CFMG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never automated the training of a model, and could not list the steps to chain together.",
     "I can describe the chain from data to saved model; I have built one only on my own machine, to learn.",
     "From a worked example or with colleagues’ help, I have automated a real training run, with no manual step left to repeat.",
     "I build scheduled or triggered training runs unaided; a failure raises an alert, and others use the models produced.",
     "I have put right a training run that took too long, cost too much or kept stopping; colleagues consult me about theirs.",
     "I have designed the training pipeline that several teams share; measurements show that a new model arrives sooner."
    ],
    "fr": [
     "Je n’ai jamais automatisé l’entraînement d’un modèle et je ne saurais pas énumérer les étapes à enchaîner.",
     "Je peux décrire l’enchaînement, des données au modèle enregistré ; je n’en ai monté un que sur ma machine, pour apprendre.",
     "À partir d’un exemple commenté ou avec l’aide de collègues, j’ai automatisé un entraînement réel, sans geste manuel à refaire.",
     "Je construis sans aide des entraînements planifiés ou déclenchés ; un échec se signale, et d’autres utilisent les modèles produits.",
     "J’ai remis d’aplomb un entraînement trop long, trop cher ou sans cesse interrompu ; des collègues me consultent pour les leurs.",
     "J’ai conçu la chaîne d’entraînement commune à plusieurs équipes ; les mesures montrent qu’un nouveau modèle arrive plus vite."
    ]
   },
   "code": "M4",
   "competency": "ML",
   "mission": "AUTO",
   "name": {
    "en": "Automate the training of a model",
    "fr": "Automatiser l’entraînement d’un modèle"
   },
   "origin": "added",
   "references": {
    "dora": [],
    "esco": [
     "http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d",
     "http://data.europa.eu/esco/skill/48db96bf-3314-45c6-bad8-fdb6e20e5639"
    ],
    "other": [
     "ml-ops.org: Automation, Continuous X",
     "Google MLOps level 1"
    ],
    "sfia": [
     "MLNG",
     "DENG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never checked a model before it went live, and could not say on what grounds one might turn it down.",
     "I can say which trials a model should pass before it reaches users; I have run some only in a course.",
     "With a checklist or someone’s support, I have compared a real candidate with what was in use and noted whether it could replace it.",
     "I validate ordinary models unaided against thresholds set beforehand, edge cases included; my team follows my verdict.",
     "I have had a high-scoring model held back when a deeper trial showed a danger; colleagues consult me when the call is close.",
     "I have made validation a required step in several teams; the log shows fewer models withdrawn after release."
    ],
    "fr": [
     "Je n’ai jamais vérifié un modèle avant sa mise en service et j’ignore pour quels motifs on pourrait le refuser.",
     "Je peux dire quels essais un modèle doit réussir avant d’atteindre ses utilisateurs ; je n’en ai mené que dans un cours.",
     "Avec une grille ou l’appui de quelqu’un, j’ai comparé un vrai modèle candidat à l’existant et écrit s’il pouvait le remplacer.",
     "Je valide sans aide un modèle ordinaire selon des seuils fixés d’avance, cas limites compris ; l’équipe suit mon avis.",
     "J’ai fait écarter un modèle bien noté dont un essai plus poussé montrait le danger ; on me consulte quand la décision est serrée.",
     "J’ai rendu la validation obligatoire dans plusieurs équipes ; le journal montre moins de modèles retirés après coup."
    ]
   },
   "code": "M5",
   "competency": "ML",
   "mission": "CI",
   "name": {
    "en": "Validate a model before it goes live",
    "fr": "Valider un modèle avant sa mise en service"
   },
   "origin": "added",
   "references": {
    "dora": [
     "test-automation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d"
    ],
    "other": [
     "ml-ops.org: Testing"
    ],
    "sfia": [
     "MLNG",
     "TEST"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "No model has yet reached users through me, and I could not say what has to be set up around one.",
     "I can explain how on-demand and batch predictions differ; I have run a model only as a demonstration.",
     "I have put a model into the hands of real users, with a detailed procedure or help at each step.",
     "I put ordinary models into service unaided, with a tested return to the previous version; others use them.",
     "I have put a model into service within tight limits of response time, load or hardware; colleagues ask me which approach to take.",
     "By the path I laid out, several teams now put their own models into service; the number of releases has grown."
    ],
    "fr": [
     "Aucun modèle n’a encore atteint d’utilisateurs par mes soins ; je ne saurais pas dire ce qu’il faut prévoir autour.",
     "Je peux expliquer la différence entre prédictions à la demande et par lots ; je n’ai fait tourner un modèle qu’en démonstration.",
     "J’ai mis un modèle entre les mains de vrais utilisateurs, avec une procédure détaillée ou de l’aide à chaque étape.",
     "Je mets sans aide des modèles courants en service, avec un retour testé à la version précédente ; d’autres les utilisent.",
     "J’ai mis en service un modèle sous forte contrainte de temps de réponse, de charge ou de matériel ; on me demande quelle voie choisir.",
     "Grâce au parcours que j’ai tracé, plusieurs équipes déploient elles-mêmes leurs modèles ; le nombre de mises en service a augmenté."
    ]
   },
   "code": "M6",
   "competency": "ML",
   "mission": "CD",
   "name": {
    "en": "Put a model into service",
    "fr": "Mettre un modèle en service"
   },
   "origin": "added",
   "references": {
    "dora": [
     "deployment-automation"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b"
    ],
    "other": [
     "Google MLOps level 2"
    ],
    "sfia": [
     "DEPL"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "Following a model once it is live would be new to me; I could not explain why its answers may get worse.",
     "I can explain how data and results drift; I have seen it in examples, not on a model in service.",
     "On a live model, I have tracked drift indicators and written up what I saw, with instructions or a colleague’s help.",
     "I set up tracking of inputs and answers unaided, with thresholds; my team fixes or retrains on my alerts.",
     "I have explained a slow decline before the true outcomes were known; colleagues come to me when an alert makes no sense.",
     "I have settled with several teams who watches what and when to act; dated records show drift corrected sooner."
    ],
    "fr": [
     "Suivre un modèle une fois en service serait nouveau pour moi ; j’ignore pourquoi ses réponses peuvent se dégrader.",
     "Je peux expliquer comment les données et les résultats dérivent ; je l’ai vu sur des exemples, pas sur un modèle en service.",
     "Sur un modèle en service, j’ai suivi des indicateurs de dérive et rédigé mes constats, avec un mode d’emploi ou l’aide de collègues.",
     "J’installe sans aide le suivi des entrées et des réponses, avec des seuils ; l’équipe corrige ou réentraîne d’après mes alertes.",
     "J’ai expliqué une baisse lente avant que les résultats réels soient connus ; on vient me voir quand une alerte reste obscure.",
     "J’ai fixé avec plusieurs équipes qui surveille quoi et quand agir ; les dates relevées montrent des dérives corrigées plus tôt."
    ]
   },
   "code": "M7",
   "competency": "ML",
   "mission": "MON",
   "name": {
    "en": "Watch a live model",
    "fr": "Surveiller un modèle en service"
   },
   "origin": "added",
   "references": {
    "dora": [
     "monitoring-and-observability"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/cc7370dd-69fa-4c67-a96f-d4d135d38700",
     "http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd"
    ],
    "other": [
     "ml-ops.org: Monitoring"
    ],
    "sfia": [
     "AVMT",
     "MLNG"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never looked into whether a model treats some people worse, and could not say how to trace a decision it made.",
     "I can explain where bias comes from and why decisions are logged; I have worked only on textbook cases.",
     "I have compared a real model’s errors from group to group and filled in its record sheet, with a written method or some help.",
     "Unaided, I measure gaps between groups and keep what it takes to trace a decision; others use it to explain that decision.",
     "I have fixed an unfair gap caused by a harmless-looking variable; colleagues seek my view on sensitive cases.",
     "I have defined the fairness review and decision log of several teams; every complaint now receives an explanation."
    ],
    "fr": [
     "Je n’ai jamais cherché si un modèle désavantageait certaines personnes et je ne sais pas comment retracer une de ses décisions.",
     "Je peux expliquer d’où viennent les biais et pourquoi on consigne les décisions ; je n’ai travaillé que sur des cas d’école.",
     "J’ai comparé les erreurs d’un vrai modèle d’un groupe à l’autre et rempli sa fiche descriptive, avec une méthode écrite ou un appui.",
     "Je mesure sans aide les écarts entre groupes et garde de quoi retracer une décision ; d’autres s’en servent pour l’expliquer.",
     "J’ai corrigé un écart injuste dû à une variable d’apparence anodine ; des collègues sollicitent mon avis sur les cas sensibles.",
     "J’ai défini l’examen d’équité et le journal des décisions de plusieurs équipes ; chaque réclamation reçoit une explication."
    ]
   },
   "code": "M8",
   "competency": "ML",
   "mission": "COLLAB",
   "name": {
    "en": "Keep a model fair and traceable",
    "fr": "Garder un modèle équitable et traçable"
   },
   "origin": "added",
   "references": {
    "dora": [
     "clear-and-communicated-ai-stance"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/e9575f7f-053a-439e-8074-f93df3334e92"
    ],
    "other": [],
    "sfia": [
     "AIDE"
    ]
   }
  },
  {
   "anchors": {
    "en": [
     "I have never written a test that a machine can rerun, nor could I yet say what such a test would check.",
     "I can explain how a unit test differs from an end-to-end one, but have written neither for a real project.",
     "I have added tests to a real project, working in a pair or from an example explained step by step.",
     "Along with my code I write, unaided, tests that fail if the code breaks; the team runs them on every change.",
     "I have put hard-to-test code under test or cured flaky tests; others ask me where to begin with theirs.",
     "Several teams test by a practice I brought in; fewer bugs slip past them, and the chart shows it."
    ],
    "fr": [
     "Je n’ai jamais écrit de test qu’une machine puisse rejouer ; pour l’instant, je ne saurais pas dire ce qu’il vérifierait.",
     "Je peux expliquer ce qui sépare un test unitaire d’un test de bout en bout, sans en avoir écrit pour un vrai projet.",
     "J’ai ajouté des tests à un vrai projet, en binôme ou à partir d’un exemple expliqué pas à pas.",
     "Avec mon code, j’écris sans aide des tests qui échouent si on le casse ; l’équipe les lance à chaque modification.",
     "J’ai mis sous test un code qui s’y prêtait mal ou stabilisé des tests capricieux ; on me demande par où commencer.",
     "Plusieurs équipes testent selon une pratique que j’ai introduite ; moins d’anomalies leur échappent, la courbe le montre."
    ]
   },
   "code": "T9",
   "competency": "TECH",
   "mission": "CI",
   "name": {
    "en": "Check code without a thought",
    "fr": "Vérifier le code sans y penser"
   },
   "origin": "added",
   "references": {
    "dora": [
     "test-automation",
     "test-data-management"
    ],
    "esco": [
     "http://data.europa.eu/esco/skill/6a322874-e32f-4cd8-9683-badce67a7f73"
    ],
    "other": [],
    "sfia": [
     "TEST",
     "NFTS"
    ]
   }
  }
 ]
}
','1a3e679363ff1318da1f4c0e5a50c6226722cff88d0eed238c3ac12513193db9','2026-11-23 14:30:43.047218',NULL,'{"missions": ["COLLAB", "AUTO", "CI", "CD", "MON"], "competencies": ["TECH", "PM", "COM", "PRO", "ML"], "skills": ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "G1", "G2", "G3", "G4", "G5", "C1", "C2", "C3", "C4", "C5", "C6", "P1", "P2", "P3", "P4", "P5", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "T9"], "grades": ["junior", "confirmed", "senior"], "roles": ["devops", "mlops"]}','');
CREATE TABLE "assessment_draftcompetency" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "code" varchar(32) NOT NULL UNIQUE, "name_fr" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "text_fr" varchar(2000) NOT NULL, "text_en" varchar(2000) NOT NULL, "origin" varchar(8) NOT NULL, CONSTRAINT "draftcompetency_origin" CHECK ("origin" IN ('source', 'added')));
INSERT INTO "assessment_draftcompetency" VALUES(1,0,'TECH','Compétences techniques','Technical skills','Tout ce qui mène du code à un service qui fonctionne : versions, scripts, tests, infrastructure, mise en production, supervision et sécurité.','Everything that leads from code to a working service: versions, scripts, tests, infrastructure, releases, monitoring and security.','source');
INSERT INTO "assessment_draftcompetency" VALUES(2,1,'PM','Gestion de projet','Project management','Découper le travail en petits lots, estimer la charge, limiter ce qui est en cours, montrer où l’on en est et rendre chaque changement moins risqué.','Breaking work into small batches, estimating effort, limiting what is under way, showing where things stand and making each change less risky.','source');
INSERT INTO "assessment_draftcompetency" VALUES(3,2,'COM','Communication','Communication','Clarifier un besoin, expliquer sans jargon, écrire une documentation qui sert, commenter le travail d’autrui avec tact, coopérer entre équipes et informer pendant un incident.','Clarifying a need, explaining without jargon, writing documentation that gets used, commenting tactfully on others’ work, cooperating across teams and keeping people informed during an incident.','source');
INSERT INTO "assessment_draftcompetency" VALUES(4,3,'PRO','Proactivité','Proactivity','Signaler un problème avant qu’il ne gêne, proposer une amélioration et en mesurer l’effet, tirer les leçons d’un incident, continuer d’apprendre et mener une tâche jusqu’au bout.','Flagging a problem before it hurts, proposing an improvement and measuring its effect, learning from an incident, keeping one’s knowledge up to date and carrying a task through to the end.','source');
INSERT INTO "assessment_draftcompetency" VALUES(5,4,'ML','Connaissance de l’apprentissage automatique','Machine-learning knowledge','Pour le MLOps seulement : contrôler les données, entraîner, évaluer et valider un modèle, le mettre en service, le surveiller, et veiller à ce qu’il reste équitable et traçable.','For MLOps only: checking data, training, evaluating and validating a model, putting it into service, watching it, and seeing that it stays fair and traceable.','source');
CREATE TABLE "assessment_draftgrade" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "name_fr" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "text_fr" varchar(2000) NOT NULL, "text_en" varchar(2000) NOT NULL, "origin" varchar(8) NOT NULL, "code" varchar(32) NOT NULL UNIQUE, CONSTRAINT "draftgrade_origin" CHECK ("origin" IN ('source', 'added')));
INSERT INTO "assessment_draftgrade" VALUES(1,0,'Junior','Junior','On vous confie des tâches bien définies, avec un guide à suivre ou l’aide d’une personne plus expérimentée, qui vérifie votre travail avant sa mise en production. Vous aidez votre équipe en menant ces tâches à leur terme, en posant vos questions tôt et en notant ce que vous apprenez.','You are given well-defined tasks, with a guide to follow or help from a more experienced colleague, who checks your work before it goes live. You help your team by finishing those tasks, asking questions early and writing down what you learn.','added','junior');
INSERT INTO "assessment_draftgrade" VALUES(2,1,'Confirmé','Mid-level','On vous confie un service ou un sujet entier, dont vous vous occupez sans aide dans les cas courants ; votre travail est relu entre collègues, comme celui de toute l’équipe. Vous relisez aussi celui des autres, vous guidez les personnes qui débutent et vous demandez conseil pour les cas difficiles.','You are trusted with a whole service or subject, which you look after unaided in ordinary cases; your work is reviewed by colleagues, as everyone’s is. You review theirs too, you guide people who are starting out, and you ask for advice on the hard cases.','added','confirmed');
INSERT INTO "assessment_draftgrade" VALUES(3,2,'Senior','Senior','On vous confie les cas difficiles ou imprévus, ainsi que des choix qui touchent plusieurs équipes ; personne ne contrôle chaque étape, et c’est vous qui demandez une relecture là où le risque l’exige. Des collègues, parfois d’autres équipes, viennent vous demander conseil, et vous les aidez à progresser.','You are trusted with hard or unforeseen cases, and with choices that affect several teams; nobody checks each step, and it is you who ask for a review where the risk calls for one. Colleagues, sometimes from other teams, come to you for advice, and you help them to progress.','added','senior');
CREATE TABLE "assessment_draftimport" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "at" datetime NOT NULL, "name" varchar(200) NOT NULL, "document" text NOT NULL CHECK ((JSON_VALID("document") OR "document" IS NULL)), "draft_mark" varchar(32) NOT NULL, "left_out" text NOT NULL CHECK ((JSON_VALID("left_out") OR "left_out" IS NULL)), "by_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "assessment_draftimport" VALUES(1,'afd188ae3c0f4b8b851f39e5a30f3fde','2026-11-23 14:30:42.977140','mkq7.draftimport.name~','{"mkq7.draftimport.document~": "na"}','mkq7.draftimport.draft_mark~','{"mkq7.draftimport.left_out~": "na"}',1);
CREATE TABLE "assessment_draftlevel" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "value" smallint unsigned NOT NULL UNIQUE CHECK ("value" >= 0), "name_fr" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "anchor_fr" varchar(300) NOT NULL, "anchor_en" varchar(300) NOT NULL, "origin" varchar(8) NOT NULL, CONSTRAINT "draft_level_value" CHECK ("value" IN (0, 1, 2, 3, 4, 5)), CONSTRAINT "draft_level_origin" CHECK ("origin" IN ('source', 'added')));
INSERT INTO "assessment_draftlevel" VALUES(1,0,0,'Pas encore','Not yet','Je ne l’ai jamais fait et je ne saurais pas l’expliquer.','I have never done it and could not explain it.','added');
INSERT INTO "assessment_draftlevel" VALUES(2,1,1,'Notions','Aware','Je peux en expliquer le principe ; je ne l’ai pas fait en situation réelle.','I can explain the idea; I have not done it for real.','added');
INSERT INTO "assessment_draftlevel" VALUES(3,2,2,'Accompagné','Guided','Je l’ai fait pour de vrai, avec l’aide d’une personne ou d’un guide pas à pas.','I have done it for real, with help from a person or a step-by-step guide.','added');
INSERT INTO "assessment_draftlevel" VALUES(4,3,3,'Autonome','Independent','Je le fais sans aide dans les cas courants, et d’autres utilisent le résultat.','I do it unaided in ordinary cases, and others use the result.','added');
INSERT INTO "assessment_draftlevel" VALUES(5,4,4,'Maîtrise','Advanced','Je règle aussi les cas difficiles ou imprévus, et des collègues me demandent conseil.','I also settle hard or unforeseen cases, and colleagues come to me for advice.','added');
INSERT INTO "assessment_draftlevel" VALUES(6,5,5,'Référent','Lead','J’ai défini ou changé la façon de faire de plusieurs équipes, et je peux en montrer l’effet.','I have set or changed how several teams do it, and can show the effect.','added');
CREATE TABLE "assessment_draftmission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "code" varchar(32) NOT NULL UNIQUE, "name_fr" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "text_fr" varchar(2000) NOT NULL, "text_en" varchar(2000) NOT NULL, "origin" varchar(8) NOT NULL, CONSTRAINT "draftmission_origin" CHECK ("origin" IN ('source', 'added')));
INSERT INTO "assessment_draftmission" VALUES(1,0,'COLLAB','Collaboration','Collaboration','Faire travailler ensemble, dès le début d’un projet, les personnes qui développent un logiciel et celles qui le font fonctionner, avec les mêmes objectifs et les mêmes informations. Un problème se règle alors à plusieurs, souvent avant de gêner qui que ce soit, au lieu de passer d’une équipe à l’autre.','Bring together, from the start of a project, the people who build a piece of software and those who run it, with the same goals and the same information. A problem is then solved jointly, often before it troubles anyone, instead of being passed from team to team.','source');
INSERT INTO "assessment_draftmission" VALUES(2,1,'AUTO','Automatisation','Automation','Confier à un programme les opérations qui se répètent : préparer un serveur, sauvegarder des données, vérifier une configuration. Elles se font chaque fois de la même façon, avec moins d’oublis, et il reste plus de temps pour répondre aux demandes des personnes que l’on sert.','Hand repeated operations over to a program: preparing a server, backing up data, checking a configuration. They are done the same way every time, with fewer slips, which leaves more time to answer the people being served.','source');
INSERT INTO "assessment_draftmission" VALUES(3,2,'CI','Intégration continue','Continuous integration','Réunir souvent, en petites quantités, les modifications faites par chaque personne de l’équipe, et les tester automatiquement à chaque fois. Une erreur se voit tôt, quand elle est encore facile à corriger, et le plus souvent avant d’atteindre les personnes qui utilisent le logiciel.','Bring together, often and in small amounts, the changes made by everyone in the team, and test them automatically each time. A mistake shows early, while it is still easy to mend, and usually before it reaches the people who use the software.','source');
INSERT INTO "assessment_draftmission" VALUES(4,3,'CD','Livraison continue','Continuous delivery','Garder le logiciel prêt à être mis en production à tout moment, par une procédure éprouvée, sans interrompre le service et avec un retour arrière possible. Une correction attendue est disponible dès qu’elle est prête, sans attendre la prochaine grande mise à jour.','Keep the software ready to go live at any moment, by a tried and tested procedure, without interrupting the service and with a way back. A fix that people are waiting for reaches them as soon as it is ready, not with the next big update.','source');
INSERT INTO "assessment_draftmission" VALUES(5,4,'MON','Surveillance','Monitoring','Suivre en temps réel l’état d’un service (temps de réponse, erreurs, espace disponible) et recevoir une alerte quand une mesure sort de l’ordinaire. On peut alors agir avant la panne ou rétablir le service plus vite, sans attendre qu’une personne gênée se plaigne.','Follow the state of a service in real time (response times, errors, space left) and receive an alert when a measure is out of the ordinary. One can then act before a failure, or restore the service sooner, without waiting for someone to complain.','source');
CREATE TABLE "assessment_draftrequirement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weight" smallint unsigned NOT NULL CHECK ("weight" >= 0), "levels" text NOT NULL CHECK ((JSON_VALID("levels") OR "levels" IS NULL)), "role_id" bigint NOT NULL REFERENCES "assessment_draftrole" ("id") DEFERRABLE INITIALLY DEFERRED, "skill_id" bigint NOT NULL REFERENCES "assessment_draftskill" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_requirement_once" UNIQUE ("role_id", "skill_id"), CONSTRAINT "draft_requirement_weight" CHECK ("weight" IN (3, 2, 1)));
INSERT INTO "assessment_draftrequirement" VALUES(1,2,'{"confirmed": 3, "junior": 2, "senior": 4}',1,14);
INSERT INTO "assessment_draftrequirement" VALUES(2,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,15);
INSERT INTO "assessment_draftrequirement" VALUES(3,2,'{"confirmed": 3, "junior": 2, "senior": 4}',1,16);
INSERT INTO "assessment_draftrequirement" VALUES(4,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,17);
INSERT INTO "assessment_draftrequirement" VALUES(5,3,'{"confirmed": 3, "junior": 2, "senior": 4}',1,18);
INSERT INTO "assessment_draftrequirement" VALUES(6,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,19);
INSERT INTO "assessment_draftrequirement" VALUES(7,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,9);
INSERT INTO "assessment_draftrequirement" VALUES(8,1,'{"confirmed": 2, "junior": 1, "senior": 3}',1,10);
INSERT INTO "assessment_draftrequirement" VALUES(9,2,'{"confirmed": 2, "junior": 1, "senior": 4}',1,11);
INSERT INTO "assessment_draftrequirement" VALUES(10,1,'{"confirmed": 2, "junior": 1, "senior": 3}',1,12);
INSERT INTO "assessment_draftrequirement" VALUES(11,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,13);
INSERT INTO "assessment_draftrequirement" VALUES(12,3,'{"confirmed": 3, "junior": 2, "senior": 4}',1,20);
INSERT INTO "assessment_draftrequirement" VALUES(13,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,21);
INSERT INTO "assessment_draftrequirement" VALUES(14,2,'{"confirmed": 3, "junior": 1, "senior": 4}',1,22);
INSERT INTO "assessment_draftrequirement" VALUES(15,1,'{"confirmed": 3, "junior": 2, "senior": 3}',1,23);
INSERT INTO "assessment_draftrequirement" VALUES(16,2,'{"confirmed": 3, "junior": 2, "senior": 4}',1,24);
INSERT INTO "assessment_draftrequirement" VALUES(17,3,'{"confirmed": 3, "junior": 2, "senior": 4}',1,1);
INSERT INTO "assessment_draftrequirement" VALUES(18,3,'{"confirmed": 3, "junior": 2, "senior": 4}',1,2);
INSERT INTO "assessment_draftrequirement" VALUES(19,3,'{"confirmed": 3, "junior": 1, "senior": 4}',1,3);
INSERT INTO "assessment_draftrequirement" VALUES(20,3,'{"confirmed": 3, "junior": 2, "senior": 4}',1,4);
INSERT INTO "assessment_draftrequirement" VALUES(21,2,'{"confirmed": 3, "junior": 2, "senior": 4}',1,5);
INSERT INTO "assessment_draftrequirement" VALUES(22,3,'{"confirmed": 3, "junior": 1, "senior": 4}',1,6);
INSERT INTO "assessment_draftrequirement" VALUES(23,3,'{"confirmed": 3, "junior": 1, "senior": 4}',1,7);
INSERT INTO "assessment_draftrequirement" VALUES(24,2,'{"confirmed": 2, "junior": 1, "senior": 4}',1,8);
INSERT INTO "assessment_draftrequirement" VALUES(25,3,'{"confirmed": 3, "junior": 2, "senior": 4}',2,25);
INSERT INTO "assessment_draftrequirement" VALUES(26,3,'{"confirmed": 3, "junior": 1, "senior": 4}',2,26);
INSERT INTO "assessment_draftrequirement" VALUES(27,2,'{"confirmed": 3, "junior": 1, "senior": 4}',2,27);
INSERT INTO "assessment_draftrequirement" VALUES(28,3,'{"confirmed": 3, "junior": 1, "senior": 4}',2,28);
INSERT INTO "assessment_draftrequirement" VALUES(29,3,'{"confirmed": 3, "junior": 1, "senior": 4}',2,29);
INSERT INTO "assessment_draftrequirement" VALUES(30,3,'{"confirmed": 3, "junior": 1, "senior": 4}',2,30);
INSERT INTO "assessment_draftrequirement" VALUES(31,3,'{"confirmed": 3, "junior": 1, "senior": 4}',2,31);
INSERT INTO "assessment_draftrequirement" VALUES(32,2,'{"confirmed": 2, "junior": 1, "senior": 3}',2,32);
CREATE TABLE "assessment_draftrole" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "code" varchar(32) NOT NULL UNIQUE, "name_fr" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "summary_fr" varchar(300) NOT NULL, "summary_en" varchar(300) NOT NULL, "definition_fr" varchar(2000) NOT NULL, "definition_en" varchar(2000) NOT NULL, "part_fr" varchar(2000) NOT NULL, "part_en" varchar(2000) NOT NULL, "missions" text NOT NULL CHECK ((JSON_VALID("missions") OR "missions" IS NULL)), "origin" varchar(8) NOT NULL, "extends_id" bigint NULL REFERENCES "assessment_draftrole" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_role_origin" CHECK ("origin" IN ('source', 'added')));
INSERT INTO "assessment_draftrole" VALUES(1,0,'devops','DevOps','DevOps','Faire passer un logiciel, sans heurt, de l’équipe qui le développe aux personnes qui l’utilisent, et veiller à sa bonne marche.','Getting software smoothly from the people who write it to the people who use it, and keeping it running well.','Dans beaucoup d’organisations, une équipe développe un logiciel et une autre le fait fonctionner ; quand chacune travaille de son côté, les nouveautés tardent et les mêmes pannes reviennent. Le DevOps est une façon de travailler qui réunit ces deux activités, le développement et l’exploitation : son nom abrège les deux mots anglais qui les désignent. C’est aussi devenu le nom d’un métier, celui de la personne qui rend ce travail commun possible. Cette personne veille à ce que chaque modification soit testée, mise en service puis suivie, par petites étapes et sans interruption, et confie à des programmes les opérations qui se répètent.','In many organisations, one team writes a piece of software and another runs it; when each works apart, improvements come late and the same failures return. DevOps is a way of working that joins these two activities, development and operations: its name is short for both words. It has also become the name of a job, that of the person who makes this shared work possible. That person sees that each change is tested, put into service and then watched, in small steps and without interruption, and hands repeated operations over to programs.','Ce métier fait le pont entre les personnes qui développent et celles qui exploitent : les premières voient ce que devient leur travail une fois en service, les secondes savent à l’avance ce qui va changer. En une journée, on peut préparer une mise en production avec les deux équipes, ajouter le test qui aurait évité l’erreur de la veille, remplacer par un script une opération faite à la main et chercher pourquoi une page met du temps à s’afficher. Pendant un incident, on aide à rétablir le service et l’on tient les autres informés ; ensuite, on cherche ensemble comment éviter qu’il ne se reproduise, sans désigner de coupable.','This job is a bridge between those who build and those who run: the former see what becomes of their work once it is live, the latter know in advance what is about to change. In one day, it may mean preparing a release with both teams, adding the test that would have prevented yesterday’s mistake, replacing a manual operation with a script and finding out why a page is slow to appear. During an incident, it means helping to restore the service and keeping others informed; afterwards, working out together how to stop it happening again, without blaming anyone.','["COLLAB", "AUTO", "CI", "CD", "MON"]','source',NULL);
INSERT INTO "assessment_draftrole" VALUES(2,1,'mlops','MLOps','MLOps','Mettre en service des modèles d’intelligence artificielle et veiller à ce que leurs réponses restent fiables au fil du temps.','Putting artificial-intelligence models into service and seeing that their answers stay reliable over time.','Le MLOps étend le DevOps aux logiciels qui reposent sur un modèle d’apprentissage automatique, c’est-à-dire un programme qui apprend à partir d’exemples au lieu de suivre des règles écrites une à une ; les lettres ML sont l’abréviation anglaise d’« apprentissage automatique ». On y fait tout ce que fait le DevOps, et l’on y ajoute ce qu’il faut à un modèle : des données contrôlées, un entraînement que l’on peut refaire, une validation avant la mise en service. Il faut aussi le surveiller autrement, car le monde change : un modèle juste au départ peut se tromper de plus en plus sans qu’aucune panne le signale, et c’est ce que l’on appelle la dérive. Quand elle apparaît, on entraîne le modèle sur des données plus récentes ou l’on revient à une solution plus sûre.','MLOps extends DevOps to software that relies on a machine-learning model, that is, a program that learns from examples instead of following rules written one by one; the letters ML stand for “machine learning”. It does everything that DevOps does, and adds what a model needs: data that has been checked, training that can be repeated, validation before the model goes live. A model must also be watched in a different way, because the world changes: one that was right at first may be wrong more and more often without any failure to show it, and this is called drift. When drift appears, the model is trained on more recent data, or a safer solution takes its place.','Ce métier relie les personnes qui conçoivent un modèle, celles qui fournissent les données et celles qui font fonctionner le service. En une journée, on peut vérifier que les données reçues sont complètes, relancer un entraînement et comparer le résultat au modèle en place, mettre la nouvelle version en service pour une petite partie des demandes, puis suivre ses erreurs. On vérifie aussi que le modèle ne se trompe pas davantage pour certains groupes de personnes. Et l’on garde de quoi retrouver quelle version, entraînée sur quelles données, a donné une réponse contestée.','This job links the people who design a model, those who supply the data and those who run the service. In one day, it may mean checking that the data received is complete, training a model again and comparing it with the one in place, putting the new version into service for a small share of requests, then following its errors. It also means checking that the model is not wrong more often for some groups of people. And it means keeping enough of a record to find which version, trained on which data, gave an answer that someone disputes.','["COLLAB", "AUTO", "CI", "CD", "MON"]','source',1);
CREATE TABLE "assessment_draftsalary" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "low" integer unsigned NULL CHECK ("low" >= 0), "high" integer unsigned NULL CHECK ("high" >= 0), "currency" varchar(3) NOT NULL, "basis" varchar(8) NOT NULL, "population_fr" varchar(300) NOT NULL, "population_en" varchar(300) NOT NULL, "country" varchar(2) NOT NULL, "source" varchar(200) NOT NULL, "address" varchar(510) NOT NULL, "year" smallint unsigned NULL CHECK ("year" >= 0), "consulted" date NULL, "status" varchar(11) NOT NULL, "grade_id" bigint NOT NULL REFERENCES "assessment_draftgrade" ("id") DEFERRABLE INITIALLY DEFERRED, "role_id" bigint NOT NULL REFERENCES "assessment_draftrole" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_salary_amounts" CHECK ((("low" IS NULL OR "low" >= 1) AND ("high" IS NULL OR "high" >= 1))), CONSTRAINT "draft_salary_status" CHECK ("status" IN ('to_complete', 'verified')), CONSTRAINT "draft_salary_basis" CHECK (("basis" = '' OR "basis" IN ('offers', 'in_post'))));
INSERT INTO "assessment_draftsalary" VALUES(1,0,NULL,NULL,'EUR','','','','FR','Apec (Association pour l’emploi des cadres)','',2023,NULL,'to_complete',1,1);
INSERT INTO "assessment_draftsalary" VALUES(2,1,NULL,NULL,'EUR','','','','FR','Apec (Association pour l’emploi des cadres)','',2023,NULL,'to_complete',3,1);
INSERT INTO "assessment_draftsalary" VALUES(3,2,NULL,NULL,'EUR','','','','FR','Apec (Association pour l’emploi des cadres)','',2023,NULL,'to_complete',1,2);
INSERT INTO "assessment_draftsalary" VALUES(4,3,NULL,NULL,'EUR','','','','FR','Apec (Association pour l’emploi des cadres)','',2023,NULL,'to_complete',3,2);
CREATE TABLE "assessment_draftskill" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "code" varchar(32) NOT NULL UNIQUE, "name_fr" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "anchor_0_fr" varchar(300) NOT NULL, "anchor_0_en" varchar(300) NOT NULL, "anchor_1_fr" varchar(300) NOT NULL, "anchor_1_en" varchar(300) NOT NULL, "anchor_2_fr" varchar(300) NOT NULL, "anchor_2_en" varchar(300) NOT NULL, "anchor_3_fr" varchar(300) NOT NULL, "anchor_3_en" varchar(300) NOT NULL, "anchor_4_fr" varchar(300) NOT NULL, "anchor_4_en" varchar(300) NOT NULL, "anchor_5_fr" varchar(300) NOT NULL, "anchor_5_en" varchar(300) NOT NULL, "esco" text NOT NULL, "sfia" text NOT NULL, "dora" text NOT NULL, "other" text NOT NULL, "origin" varchar(8) NOT NULL, "retired" bool NOT NULL, "replaced_by" text NOT NULL CHECK ((JSON_VALID("replaced_by") OR "replaced_by" IS NULL)), "competency_id" bigint NOT NULL REFERENCES "assessment_draftcompetency" ("id") DEFERRABLE INITIALLY DEFERRED, "mission_id" bigint NOT NULL REFERENCES "assessment_draftmission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_skill_origin" CHECK ("origin" IN ('source', 'added')));
INSERT INTO "assessment_draftskill" VALUES(1,0,'T1','Gérer le code et ses versions','Keep code under version control','Je n’ai jamais enregistré de travail dans un gestionnaire de versions et je ne saurais pas dire à quoi il sert.','I have never saved work in a version-control system and could not say what one is for.','Je peux expliquer à quoi servent un commit, une branche et une fusion ; je ne les ai pratiqués qu’en exercice.','I can explain what commits, branches and merges are for, but have used them only in exercises.','J’ai versé mes modifications dans le dépôt d’une équipe, en suivant un mode d’emploi ou avec quelqu’un à mes côtés.','I have put my changes into a team’s repository, following written steps or with someone beside me.','Sans aide, je crée des branches, je fusionne et je règle les conflits simples ; l’équipe travaille à partir du résultat.','I branch, merge and resolve simple conflicts unaided; the team builds on the result.','J’ai récupéré du travail perdu ou démêlé un historique abîmé ; mes collègues m’appellent quand le leur s’embrouille.','I have recovered lost work or untangled a damaged history; colleagues call me when theirs goes wrong.','Plusieurs équipes suivent les règles de branches que j’ai fixées ; l’attente avant fusion a baissé, j’en ai le chiffre.','Several teams follow the branching rules I set; I can put a figure on the shorter wait before a merge.','http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f','CFMG','version-control','','added',0,'[]',1,3);
INSERT INTO "assessment_draftskill" VALUES(2,1,'T2','Automatiser une tâche par un script','Automate a task with a script','Je n’ai encore écrit aucun script ; je ne pourrais pas expliquer comment il exécute une tâche à ma place.','I have yet to write my first script, and could not explain how one carries out a task for me.','Je peux lire un script court et dire ce qu’il fait ; si j’en ai écrit, c’était seulement pour apprendre.','I can read a short script and say what it does; if I have written any, it was only to learn.','J’ai remplacé une vraie tâche manuelle par un script, adapté d’un exemple commenté ou écrit avec de l’aide.','I have replaced a real manual task with a script, adapted from a worked example or written with help.','J’écris sans aide des scripts qui s’arrêtent en cas d’erreur et disent pourquoi ; d’autres les lancent sans moi.','I write, unaided, scripts that stop on an error and say why; others run them without me.','J’ai fiabilisé un script face à l’imprévu (coupure, fichier abîmé, double lancement) ; on me soumet les cas qui résistent.','I have hardened a script against surprises (an interruption, a bad file, a double run); people bring me the stubborn cases.','Dans plusieurs équipes, j’ai fait remplacer des tâches répétitives par des scripts partagés, et j’ai compté les heures gagnées.','I got several teams to replace repetitive chores with shared scripts, and have counted the hours saved.','http://data.europa.eu/esco/skill/5ef0c719-5bcb-49f8-b8eb-824388225333','PROG','deployment-automation','','added',0,'[]',1,2);
INSERT INTO "assessment_draftskill" VALUES(3,2,'T3','Décrire l’infrastructure sous forme de code','Describe infrastructure as code','Décrire un serveur ou un réseau dans un fichier, je ne l’ai jamais fait ; à quoi cela sert, je ne saurais pas le dire.','Describing a server or a network in a file is new to me: I have never done it and could not say why one would.','Je peux expliquer l’intérêt de décrire un serveur en fichiers au lieu de le régler à la main ; au plus, je l’ai essayé en cours.','I can explain why to describe a server in files rather than set it up by hand; at most, I have tried it in a course.','J’ai modifié puis appliqué la description d’un environnement réel, avec un guide ou l’appui de collègues à chaque étape.','I have changed and applied the description of a real environment, with a guide or a colleague’s support at each step.','À partir de mes seuls fichiers, je monte sans aide un environnement courant ; d’autres y déploient leur travail.','From my files alone, I build an ordinary environment unaided; others deploy their work to it.','J’ai transposé en fichiers, sans coupure, un système en service réglé à la main ; on me consulte pour ce genre de reprise.','I have moved a live, hand-configured system into files without an outage; people ask my advice on such moves.','Plusieurs équipes partent des fichiers types que j’ai créés ; je peux montrer combien de temps elles gagnent par environnement.','Several teams start from the templates I made, and I can show how much time each new environment now saves them.','http://data.europa.eu/esco/skill/6195c5f7-a4fb-425d-a3dd-c4467c4471a3
http://data.europa.eu/esco/skill/ce8ae6ca-61d8-4174-b457-641de96cbff4
http://data.europa.eu/esco/skill/ae4f0cc6-e0b9-47f5-bdca-2fc2e6316dce','ITOP
IFDN','flexible-infrastructure
platform-engineering','RNCP36061','added',0,'[]',1,2);
INSERT INTO "assessment_draftskill" VALUES(4,3,'T4','Faire vivre une chaîne d’intégration continue','Run a continuous-integration pipeline','Je n’ai jamais utilisé de chaîne d’intégration continue ; si on me demandait ce qu’elle fait, je ne saurais pas répondre.','I have never used a continuous-integration pipeline; asked what one does, I would have no answer yet.','Je peux décrire comment une chaîne assemble, teste et signale les échecs ; je n’ai touché à aucune sur un vrai projet.','I can describe how a pipeline builds, tests and reports failures; I have not worked on one in a real project.','J’ai ajouté ou corrigé une étape dans la chaîne d’un vrai projet, en suivant un tutoriel ou avec un coup de main.','I have added or fixed a step in a real project’s pipeline, following a tutorial or with a helping hand.','J’ai monté sans aide une chaîne qui vérifie chaque modification, et je la répare si elle casse ; l’équipe s’appuie dessus.','I have set up, unaided, a pipeline that checks every change, and I mend it if it breaks; the team relies on it.','J’ai supprimé la cause d’échecs aléatoires ou de lenteurs dans une chaîne ; des collègues me sollicitent quand la leur bloque.','I have removed the cause of random failures or delays in a pipeline; colleagues turn to me when theirs is stuck.','J’ai fait adopter une chaîne de base commune à plusieurs équipes ; elles attendent moins le verdict, et j’en tiens le relevé.','I had several teams adopt a common base pipeline; they wait less for a verdict, and I keep the timings.','http://data.europa.eu/esco/skill/f47a1998-0beb-43be-9f46-380aa4d183da','SINT','continuous-integration
trunk-based-development','','added',0,'[]',1,3);
INSERT INTO "assessment_draftskill" VALUES(5,4,'T5','Écrire des tests automatisés','Write automated tests','Je n’ai jamais écrit de test qu’une machine puisse rejouer ; pour l’instant, je ne saurais pas dire ce qu’il vérifierait.','I have never written a test that a machine can rerun, nor could I yet say what such a test would check.','Je peux expliquer ce qui sépare un test unitaire d’un test de bout en bout, sans en avoir écrit pour un vrai projet.','I can explain how a unit test differs from an end-to-end one, but have written neither for a real project.','J’ai ajouté des tests à un vrai projet, en binôme ou à partir d’un exemple expliqué pas à pas.','I have added tests to a real project, working in a pair or from an example explained step by step.','Avec mon code, j’écris sans aide des tests qui échouent si on le casse ; l’équipe les lance à chaque modification.','Along with my code I write, unaided, tests that fail if the code breaks; the team runs them on every change.','J’ai mis sous test un code qui s’y prêtait mal ou stabilisé des tests capricieux ; on me demande par où commencer.','I have put hard-to-test code under test or cured flaky tests; others ask me where to begin with theirs.','Plusieurs équipes testent selon une pratique que j’ai introduite ; moins d’anomalies leur échappent, la courbe le montre.','Several teams test by a practice I brought in; fewer bugs slip past them, and the chart shows it.','http://data.europa.eu/esco/skill/6a322874-e32f-4cd8-9683-badce67a7f73','TEST
NFTS','test-automation
test-data-management','','added',0,'[]',1,3);
INSERT INTO "assessment_draftskill" VALUES(6,5,'T6','Mettre en production avec un retour arrière possible','Release with a way back','Je n’ai jamais mis de version en production, et revenir à la précédente est une manœuvre que je ne pourrais pas décrire.','I have never put a version live, and going back to the previous one is a step I could not describe.','Je peux décrire les étapes d’une mise en production et du retour arrière, sans en avoir encore mené une vraie.','I can describe the steps of a release and of its rollback, but have not yet carried out a real one.','J’ai mis une version en production, retour arrière préparé, avec une procédure détaillée ou l’aide de l’équipe.','I have put a version live, rollback prepared, using a detailed procedure or the team’s help.','Je mets en production sans aide des versions que d’autres utilisent, et j’ai vérifié que le retour arrière fonctionne.','I release versions that others use, unaided, and have checked that going back works.','J’ai réussi un retour arrière difficile (base de données déjà modifiée, par exemple) ; on me consulte avant une livraison délicate.','I have carried out a difficult rollback, say with the database already changed; I am consulted before tricky releases.','J’ai changé la façon de livrer de plusieurs équipes : livraisons plus fréquentes, pannes plus courtes, chiffres à l’appui.','I reshaped how several teams release: they ship more often and failures end sooner, with figures to show for it.','http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b','DEPL
RELM','continuous-delivery
deployment-automation
database-change-management','RNCP36061','added',0,'[]',1,4);
INSERT INTO "assessment_draftskill" VALUES(7,6,'T7','Superviser un service en production','Monitor a live service','Je n’ai jamais suivi l’état d’un service en production ; j’ignore encore ce qu’il faudrait y regarder, et pourquoi.','I have never kept watch on a live service; I do not yet know what one should look at, or why.','Je peux dire ce que nous apprennent une mesure, un journal et une alerte ; je n’en ai vu qu’en cours ou en démonstration.','I can say what a metric, a log and an alert each reveal; I have seen them only in courses or demos.','J’ai ajouté un graphique ou une alerte à un service en production, en suivant une notice ou les conseils de quelqu’un.','I have added a chart or an alert to a live service, following instructions or someone’s advice.','J’ai choisi et posé sans aide les mesures et les alertes d’un service ; l’équipe qui l’exploite s’en sert pour intervenir.','I chose and set up a service’s metrics and alerts unaided; the team that runs it acts on them.','J’ai trouvé la cause d’une panne qu’aucune alerte n’annonçait ; on fait appel à moi quand les courbes ne disent rien.','I have found the cause of a failure that no alert announced; I get called when the charts say nothing.','J’ai revu avec plusieurs équipes ce qui mérite une alerte ; les fausses alertes ont reculé, le décompte mensuel en témoigne.','I reviewed with several teams what deserves an alert; false alarms have dropped, as the monthly count shows.','http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd
http://data.europa.eu/esco/skill/8efa6a7a-6556-4cb8-908d-59d3b5c58d2f','AVMT
SLMO','monitoring-and-observability','RNCP36061','added',0,'[]',1,5);
INSERT INTO "assessment_draftskill" VALUES(8,7,'T8','Intégrer la sécurité à chaque étape','Build security into every step','Je n’ai jamais vérifié la sécurité d’un logiciel ou d’un serveur et je ne saurais pas expliquer comment on s’y prend.','I have never checked the security of a program or a server and could not explain how to go about it.','Je peux citer des failles courantes et dire à quelle étape les chercher ; je n’en ai traité aucune hors d’un exercice.','I can name common flaws and say at which step to look for them; I have dealt with none outside an exercise.','Avec une fiche ou l’aide de quelqu’un, j’ai corrigé une faille ou retiré un mot de passe du code d’un vrai projet.','With a checklist or someone’s help, I have fixed a flaw or taken a password out of a real project’s code.','J’ai placé sans aide des contrôles de sécurité, de la conception à la livraison ; l’équipe corrige ce qu’ils trouvent.','I have put security checks in place unaided, from design to release; the team fixes what they find.','J’ai maîtrisé la fuite d’une clé ou une faille sans correctif connu ; des collègues me consultent dès la conception.','I have contained a leaked key or a flaw with no known fix; colleagues consult me from the design stage on.','J’ai fait de la sécurité une habitude dans plusieurs équipes ; les failles y sont corrigées plus tôt, les dates le prouvent.','I made security a habit in several teams; flaws are fixed sooner, and the dates prove it.','http://data.europa.eu/esco/skill/c13fb093-5ffb-491a-b8b7-fa2d42a57e2e
http://data.europa.eu/esco/skill/e5beeff8-7c98-490a-ae2c-16fbb6a87305','SCAD','pervasive-security','','added',0,'[]',1,2);
INSERT INTO "assessment_draftskill" VALUES(9,8,'G1','Découper un travail en petits lots livrables','Break work into small deliverable batches','Je n’ai jamais découpé un projet en lots livrés l’un après l’autre, et je ne saurais pas dire ce qu’on y gagne.','I have never split a project into parts delivered one after another, and could not say what is gained by it.','Je peux expliquer pourquoi de petits lots apportent des retours plus tôt, mais je n’ai découpé que des exercices.','I can explain why small batches bring feedback sooner, but I have only ever split up exercises.','Avec un collègue ou un modèle à suivre, j’ai découpé une vraie demande en lots, et au moins le premier a été livré.','With a colleague or a template to follow, I have split a real request into batches, and at least the first was delivered.','Je découpe sans aide une demande courante en lots de quelques jours, que l’équipe prend et livre un par un.','I split ordinary requests unaided into batches of a few days, which the team picks up and delivers one by one.','J’ai fait livrer par étapes un chantier qui semblait indivisible, comme une migration. On vient me voir quand un lot reste trop gros.','I have had a seemingly indivisible job, such as a migration, delivered in stages. Colleagues ask me when a batch stays too big.','J’ai amené plusieurs équipes à livrer par petits lots : le délai entre demande et livraison a baissé, chiffres à l’appui.','I have brought several teams to deliver in small batches, and figures show that the time from request to delivery has fallen.','http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7','PRMG
DLMG','working-in-small-batches','','added',0,'[]',2,1);
INSERT INTO "assessment_draftskill" VALUES(10,9,'G2','Estimer une charge de travail','Estimate effort','Je n’ai jamais chiffré la charge d’une tâche, et je ne saurais pas par où commencer.','I have never put a figure on the effort a task would take, and would not know where to begin.','Je peux expliquer pourquoi une estimation est une fourchette et se révise, mais aucun vrai travail n’a reposé sur une des miennes.','I can explain why an estimate is a range and gets revised, but no real work has relied on one of mine.','J’ai estimé de vraies tâches avec une grille ou un collègue plus expérimenté, puis comparé mes chiffres au temps passé.','I have estimated real tasks with a checklist or a more experienced colleague, then compared my figures with the time spent.','J’estime sans aide les tâches courantes, je corrige dès que les faits changent, et l’équipe planifie d’après mes chiffres.','I estimate ordinary tasks unaided, correct the figure as soon as the facts change, and the team plans by it.','J’ai estimé un travail plein d’inconnues, hypothèses écrites, et révisé à temps. Des collègues me soumettent leurs chiffres.','I have estimated work full of unknowns, assumptions written down, and revised in time. Colleagues bring me their figures.','J’ai fait comparer l’estimé et le réel dans plusieurs équipes, et l’écart, que nous mesurons, s’est réduit.','I have had several teams compare estimated with actual effort, and the gap, which we measure, has narrowed.','http://data.europa.eu/esco/skill/e207163b-7963-4c3e-9494-7a4bb000211b','PRMG','','','added',0,'[]',2,1);
INSERT INTO "assessment_draftskill" VALUES(11,10,'G3','Limiter le travail en cours','Limit work in progress','Je n’ai jamais plafonné le nombre de tâches ouvertes en même temps, et je ne vois pas encore à quoi cela servirait.','I have never capped the number of tasks open at once, and do not yet see what it would be for.','Je peux expliquer pourquoi trop de tâches ouvertes ralentissent tout, mais je n’ai pas encore travaillé avec une limite.','I can explain why too many open tasks slow everything down, but I have not yet worked to a limit.','Sur un vrai projet, j’ai respecté une limite de tâches en cours, avec quelqu’un pour m’aider à choisir l’ordre.','On a real project, I have kept to a limit on open tasks, with someone to help me choose what came first.','Je fixe sans aide l’ordre des tâches courantes, je n’en ouvre pas au-delà de la limite, et l’équipe suit cet ordre.','I set the order of ordinary tasks unaided and open none beyond the limit, and the team follows that order.','J’ai arbitré entre des urgences rivales sans dépasser la limite. On me demande conseil quand tout paraît urgent.','I have settled a clash of urgent requests without exceeding the limit. Colleagues seek my advice when everything looks urgent.','Plusieurs équipes ont adopté la limite d’encours que j’ai proposée. Elle tient toujours, et les tâches s’y terminent plus vite.','Several teams have adopted the limit on open tasks that I proposed. It still holds, and their tasks are finished sooner.','http://data.europa.eu/esco/skill/0a9acb6b-1139-4be9-b431-3a80a959f2f4','DLMG','wip-limits','','added',0,'[]',2,1);
INSERT INTO "assessment_draftskill" VALUES(12,11,'G4','Rendre l’avancement visible','Make progress visible','Je n’ai jamais tenu de tableau ni de point d’avancement, et j’ignore ce qu’il faudrait y montrer.','I have never kept a task board or a progress report, and would not know what to put on one.','Je peux expliquer à quoi sert un tableau des tâches visible de tous, mais je n’en ai tenu un que pour m’exercer.','I can explain what a task board open to everyone is for, but I have only kept one for practice.','J’ai tenu à jour l’avancement d’un vrai travail, avec le modèle de l’équipe ou un collègue pour me corriger.','I have kept the progress of real work up to date, with the team’s template or a colleague to correct me.','Je tiens sans aide un suivi que d’autres consultent pour savoir où en est le travail, sans avoir à me le demander.','I maintain, unaided, a view of the work that others consult to see where things stand without having to ask me.','J’ai rendu lisible un travail réparti entre plusieurs équipes, blocages compris. On me consulte pour bâtir d’autres suivis.','I have made work spread over several teams easy to follow, blockages included. Colleagues consult me to set up their own view.','J’ai défini le suivi commun à plusieurs équipes. Il a remplacé une réunion ou un rapport, et il sert toujours.','I have defined the progress view that several teams share. It replaced a meeting or a report, and is still in use.','http://data.europa.eu/esco/skill/3c76296d-4bbd-44ba-8eaa-95bf275f79b7','MEAS','visual-management
work-visibility-in-value-stream','','added',0,'[]',2,1);
INSERT INTO "assessment_draftskill" VALUES(13,12,'G5','Réduire le risque d’un changement','Reduce the risk of a change','Je n’ai jamais cherché ce qu’un changement risquait de casser avant de le faire, et je ne saurais pas comment m’y prendre.','I have never looked for what a change might break before making it, and would not know how to go about it.','Je peux expliquer comment un essai ou un déploiement progressif limite les dégâts, sans l’avoir fait sur un vrai service.','I can explain how a trial or a gradual rollout limits the damage, but I have not done it on a live service.','J’ai préparé un vrai changement avec une liste de contrôle ou un collègue : risques notés, essai fait, repli prévu.','I have prepared a real change with a checklist or a colleague: risks noted, trial done, fallback planned.','Je prépare sans aide les changements courants (effets listés, essai, repli écrit), et d’autres appliquent mon plan.','I prepare ordinary changes unaided (effects listed, trial, written fallback), and others carry out my plan.','J’ai mené un changement risqué, comme une bascule de base de données, sans coupure imprévue. On me soumet les plans délicats.','I have made a risky change, such as a switch of database, with no unplanned outage. Colleagues show me their delicate plans.','J’ai changé la façon dont plusieurs équipes valident leurs changements, et le taux d’échec, suivi mois par mois, a baissé.','I have changed how several teams approve their changes, and the failure rate, tracked month by month, has come down.','http://data.europa.eu/esco/skill/1dd23dba-dd00-45ab-abf4-642902538317
http://data.europa.eu/esco/skill/0a099c81-6a0c-4f00-bb3b-990d23ec03a5','CHMG','streamlining-change-approval','','added',0,'[]',2,4);
INSERT INTO "assessment_draftskill" VALUES(14,13,'C1','Rédiger une documentation qui sert aux autres','Write documentation that others use','Je n’ai jamais écrit de mode d’emploi ni de procédure pour d’autres, et je ne saurais dire ce qui rend un tel texte utile.','I have never written instructions or a procedure for other people, and could not say what makes one useful.','Je peux expliquer ce qu’une bonne procédure doit contenir, mais je n’ai écrit que des notes pour moi ou pour un cours.','I can explain what a good procedure should contain, but I have only written notes for myself or for a course.','J’ai écrit une procédure réelle à partir d’un modèle, ou avec un collègue qui l’a corrigée avant sa diffusion.','I have written a real procedure from a template, or with a colleague who corrected it before it went out.','Je documente sans aide ce que je livre, et des collègues ont suivi mon texte jusqu’au bout sans m’appeler.','Without help, I document what I deliver, and colleagues have followed my text to the end without calling me.','J’ai documenté un système ancien que personne n’avait décrit. On me demande comment réécrire les pages mal comprises.','I have documented an old system that nobody had described. Colleagues ask me how to rewrite pages that puzzle readers.','J’ai fixé la façon dont plusieurs équipes écrivent et révisent leurs pages. Un décompte montre moins de questions répétées.','I have set the way several teams write and review their pages. A count shows fewer repeated questions.','http://data.europa.eu/esco/skill/2636b3d3-843e-46a9-8b4c-a9d6ca3f5a2d','KNOW','documentation-quality','','added',0,'[]',3,1);
INSERT INTO "assessment_draftskill" VALUES(15,14,'C2','Expliquer un sujet technique à un non-spécialiste','Explain a technical subject to a non-specialist','Je n’ai jamais présenté un sujet technique à quelqu’un d’un autre métier, et je ne saurais pas comment le simplifier.','I have never presented a technical subject to someone in another line of work, and would not know how to simplify it.','Je peux expliquer comment un exemple ou une image remplace le jargon, mais je n’ai essayé qu’avec des proches.','I can explain how an example or a picture takes the place of jargon, but I have only tried it on friends or family.','J’ai expliqué un sujet technique à un client ou à un autre service, avec un collègue à mes côtés ou un support déjà prêt.','I have explained a technical subject to a customer or another department, with a colleague beside me or ready-made slides.','J’explique sans aide un sujet courant à un non-spécialiste, qui le redit avec ses mots et s’en sert pour décider.','I explain an ordinary subject unaided to non-specialists, who put it in their own words and use it to decide.','J’ai fait comprendre un sujet épineux à un public inquiet ou en désaccord. Des collègues préparent leurs exposés avec moi.','I have made a thorny subject clear to people who were worried or disagreed. Colleagues prepare their talks with me.','J’ai donné à plusieurs équipes un même canevas pour exposer un choix technique, et il faut moins de réunions pour décider.','I have given several teams one outline for presenting a technical choice, and it takes fewer meetings to decide.','http://data.europa.eu/esco/skill/c32ad607-0c4d-4e34-b73f-668298f7bf13','RLMT','','','added',0,'[]',3,1);
INSERT INTO "assessment_draftskill" VALUES(16,15,'C3','Clarifier un besoin','Clarify a need','Je n’ai jamais recueilli la demande d’un utilisateur, et je ne saurais pas quelles questions lui poser.','I have never gathered a request from a user, and would not know which questions to ask.','Je peux expliquer pourquoi on reformule une demande avant d’agir, mais je ne l’ai fait qu’en jeu de rôle ou en cours.','I can explain why one restates a request before acting on it, but I have only done so in role play or on a course.','J’ai interrogé un vrai demandeur, avec un collègue ou une liste de questions, et il a confirmé ma reformulation.','I have questioned a real requester, with a colleague or a list of questions, and they confirmed my restatement.','Je clarifie sans aide les demandes courantes, et l’équipe travaille d’après le besoin que j’ai écrit et fait confirmer.','I clarify ordinary requests unaided, and the team works from the need that I wrote down and had confirmed.','J’ai démêlé des demandes contradictoires ou trouvé le besoin derrière une solution. On m’appelle si une demande reste floue.','I have untangled conflicting requests or found the need behind a solution. Colleagues call me when a request stays vague.','J’ai installé dans plusieurs équipes l’habitude de reformuler avant de démarrer. Le suivi montre moins de livraisons à refaire.','I have made it a habit in several teams to restate a need before starting. Our records show fewer deliveries to redo.','http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de
http://data.europa.eu/esco/skill/b04f377b-ee80-4b38-aca1-19d266a23b17','REQM','user-centric-focus
customer-feedback','','added',0,'[]',3,1);
INSERT INTO "assessment_draftskill" VALUES(17,16,'C4','Donner un retour constructif sur le travail d’autrui','Give constructive feedback on others’ work','Je n’ai jamais commenté le travail d’un collègue pour l’aider à l’améliorer, et je ne saurais pas comment le formuler.','I have never commented on a colleague’s work to help improve it, and would not know how to put it.','Je peux expliquer pourquoi un retour utile vise les faits et non la personne, mais je n’ai commenté que des cas d’école.','I can explain why useful feedback is about facts and not the person, but I have only commented on textbook cases.','J’ai relu un vrai travail avec une grille ou un collègue aguerri, et l’auteur a retenu au moins une de mes remarques.','I have reviewed real work with a checklist or a seasoned colleague, and the author took up at least one of my remarks.','Je relis sans aide les travaux courants, avec une piste pour chaque critique, et les auteurs s’en servent pour corriger.','I review ordinary work unaided, with a way forward for each criticism, and the authors use it to make corrections.','J’ai annoncé à quelqu’un que son travail était à refaire, et nous coopérons toujours. On me demande comment dire les choses.','I have told someone that their work had to be redone, and we still work together. Colleagues ask me how to put things.','J’ai établi les règles de relecture de plusieurs équipes. Elles sont toujours suivies, et moins de défauts passent en production.','I have set the review rules of several teams. They are still followed, and fewer defects get through to production.','http://data.europa.eu/esco/skill/b9bb1f03-15e2-4079-943e-7e483b21725b','','generative-organizational-culture','','added',0,'[]',3,3);
INSERT INTO "assessment_draftskill" VALUES(18,17,'C5','Coopérer entre équipes de développement et d’exploitation','Work across development and operations teams','Je n’ai jamais mené de tâche entre développement et exploitation, et je ne saurais pas dire qui fait quoi.','I have never taken a task across development and operations, and could not say who does what.','Je peux expliquer pourquoi développement et exploitation ont intérêt à préparer ensemble une livraison, sans y avoir pris part.','I can explain why development and operations gain by preparing a release together, but I have not yet taken part in one.','J’ai mené une vraie tâche avec l’autre équipe, en suivant une procédure commune ou les conseils d’un collègue.','I have carried out a real task with the other team, following a joint procedure or a colleague’s advice.','Je règle sans aide les sujets courants avec l’autre équipe, dès la conception, et chaque côté applique ce qui a été convenu.','I settle ordinary matters with the other team unaided, from the design stage on, and both sides apply what was agreed.','J’ai trouvé une issue à un conflit entre livrer vite et rester stable. Les deux équipes l’ont acceptée et me consultent depuis.','I have found a way out of a clash between shipping fast and staying stable. Both teams accepted it and have consulted me since.','À mon initiative, plusieurs équipes partagent des objectifs, et le délai mesuré entre développement et exploitation a baissé.','At my initiative, several teams share goals, and the measured wait between development and operations has shortened.','http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0
http://data.europa.eu/esco/skill/f0de4973-0a70-4644-8fd4-3a97080476f4','RLMT','generative-organizational-culture
loosely-coupled-teams','','added',0,'[]',3,1);
INSERT INTO "assessment_draftskill" VALUES(19,18,'C6','Informer pendant un incident','Keep people informed during an incident','Je n’ai jamais informé qui que ce soit pendant une panne, et je ne saurais pas quoi dire, à qui, ni quand.','I have never kept anyone informed during an outage, and would not know what to say, to whom or when.','Je peux expliquer ce que dit un bon message d’incident (effet, action, prochain point), mais je n’en ai écrit qu’en exercice.','I can explain what a good incident message says (effect, action, next update), but I have only written them in drills.','Pendant un vrai incident, j’ai envoyé des messages tirés d’un modèle ou relus d’abord par un collègue.','During a real incident, I have sent messages based on a template or first checked by a colleague.','Dans un incident courant, j’informe sans aide les personnes touchées, aux heures annoncées, et elles s’organisent en conséquence.','In an ordinary incident, I inform those affected unaided, at the times announced, and they make their plans accordingly.','J’ai tenu clients et direction au courant d’une longue panne de cause inconnue. On me demande de revoir les messages délicats.','I have kept customers and managers informed in a long outage of unknown cause. Colleagues have me check awkward messages.','J’ai défini qui informe, comment et quand, pour plusieurs équipes, et les appels reçus pendant les pannes ont diminué.','I have defined who informs people, how and when, for several teams, and calls received during outages have fallen.','http://data.europa.eu/esco/skill/440d5784-52a5-4729-8b04-29f978bd896d','USUP','','','added',0,'[]',3,5);
INSERT INTO "assessment_draftskill" VALUES(20,19,'P1','Signaler un problème avant qu’il ne gêne','Flag a problem before it hurts','Je n’ai jamais signalé un problème avant qu’il ne se voie et je ne saurais pas dire à quels signes on le devine.','I have never reported a problem before it showed, and could not say which early signs give one away.','Je peux citer des signes avant-coureurs, comme un disque qui se remplit ; je n’en ai pas encore signalé au travail.','I can name early signs, such as a disk filling up; I have not yet reported one at work.','Avec une liste de contrôle ou l’aide de collègues, j’ai repéré et signalé un risque réel avant qu’il ne touche un utilisateur.','With a checklist or a colleague’s help, I have spotted a real risk and reported it before it reached any user.','Sans qu’on me le demande, je signale les risques courants, avec les faits et une échéance ; l’équipe agit d’après mon message.','Without being asked, I report ordinary risks with the facts and a date to act by; my team acts on what I write.','J’ai fait corriger à temps un risque caché entre deux systèmes ; des collègues me demandent si leur doute mérite une alerte.','I have got a hidden risk between two systems fixed in time; colleagues ask me whether a doubt of theirs is worth raising.','J’ai donné à plusieurs équipes un moyen simple d’alerter tôt ; la part des pannes découvertes par les clients a baissé.','I have given several teams a simple way to raise risks early; the share of outages first noticed by customers has fallen.','http://data.europa.eu/esco/skill/e186976a-64f0-4052-a25b-297d19e1d0ec
http://data.europa.eu/esco/skill/1afb3c58-41a5-484b-b627-363ede418757','PBMG','proactive-failure-notification','','added',0,'[]',4,5);
INSERT INTO "assessment_draftskill" VALUES(21,20,'P2','Proposer une amélioration mesurable','Propose a measurable improvement','Je n’ai jamais appuyé sur un chiffre une proposition d’amélioration et je ne saurais pas quoi mesurer.','I have never backed a suggestion for improvement with a figure, and would not know what to measure.','Je peux expliquer pourquoi on mesure avant et après un changement ; au travail, je n’ai encore rien proposé de ce genre.','I can explain why one measures before and after a change; at work I have not yet proposed anything of the kind.','J’ai proposé une amélioration réelle et relevé son chiffre avant et après, avec l’aide d’une personne ou d’une fiche guide.','I have proposed a real improvement and taken its figure before and after, with someone’s help or a template.','Je propose sans aide des améliorations chiffrées (un délai, un taux d’erreur) ; l’équipe en a adopté et en a vu l’effet.','I propose improvements unaided, each with a figure to move (a delay, an error rate); my team has adopted some and seen the effect.','J’ai mesuré un gain difficile à isoler, ou renoncé à mon idée devant les chiffres ; des collègues me demandent quoi mesurer.','I have measured a gain that was hard to isolate, or dropped my idea when figures disproved it; colleagues ask me what to measure.','Plusieurs équipes testent leurs idées selon une méthode que j’ai instaurée ; je peux montrer les gains gardés et les abandons.','Several teams try out ideas by a method I introduced; I can show which gains were kept and which ideas were dropped.','http://data.europa.eu/esco/skill/75b30aeb-34c0-40f4-b77d-271d75a98b14','BPRE','team-experimentation','','added',0,'[]',4,2);
INSERT INTO "assessment_draftskill" VALUES(22,21,'P3','Tirer les leçons d’un incident sans chercher de coupable','Learn from an incident without blame','Je n’ai jamais pris part à un bilan d’incident et j’ignore comment on en cherche les causes sans accuser personne.','I have never taken part in an incident review, and could not say how one looks for causes without accusing anyone.','Je peux expliquer pourquoi un bilan cherche des causes et non des fautes ; je ne connais l’exercice que par un cours ou des lectures.','I can explain why a review looks for causes, not culprits; I know the exercise only from reading or a course.','Après un incident réel, j’ai rédigé la chronologie ou une part de l’analyse, avec une trame ou l’aide de la personne qui animait.','After a real incident, I have written the timeline or part of the analysis, with a template or the facilitator’s support.','J’anime sans aide le bilan d’un incident courant, des faits jusqu’aux actions datées ; l’équipe met ces actions en œuvre.','I run the review of an ordinary incident unaided, from the facts to dated actions; the team carries those actions out.','J’ai ramené vers les causes un bilan où chacun se renvoyait la faute ; des collègues me demandent de l’aide pour les plus délicats.','I have brought a review back to causes when people were trading blame; colleagues ask me to help with delicate ones.','À mon initiative, plusieurs équipes tiennent des bilans sans chercher de coupable ; les chiffres montrent moins d’incidents répétés.','Several teams hold the blame-free review that I introduced; figures show that fewer incidents come back.','http://data.europa.eu/esco/skill/a3ce2bf7-5562-4639-9b52-fdb4850a3904','PBMG','learning-culture','','added',0,'[]',4,5);
INSERT INTO "assessment_draftskill" VALUES(23,22,'P4','Tenir ses connaissances à jour','Keep one’s knowledge up to date','Suivre l’évolution de mon métier n’a pas encore eu de place dans mes journées ; je ne saurais pas par où commencer.','Following changes in my field has had no place in my working days so far; I would not know where to begin.','Je peux citer des sources fiables et dire comment on les suit ; rien de ce que j’y ai lu n’a encore servi dans mon travail.','I can name reliable sources and say how to follow them; I have not yet used in my work what I read there.','En suivant un cours ou les conseils de collègues, j’ai appris une technique nouvelle et l’ai employée dans un travail réel.','Following a course or a colleague’s advice, I have learnt a new technique and used it in real work.','Je décide quoi apprendre et j’y consacre un temps régulier ; des collègues se servent des notes ou des essais que je partage.','I decide what to learn and give it regular time; colleagues use the notes or trials that I share.','J’ai appris par mes propres essais un sujet mal documenté pour débloquer un travail ; on me demande si telle nouveauté vaut l’effort.','I have learnt a poorly documented subject through my own trials to unblock work; colleagues ask me if a novelty is worth the effort.','J’ai lancé dans plusieurs équipes un rendez-vous d’apprentissage ; il se tient toujours et je peux citer ce qui en est sorti.','I have started a regular learning session across several teams; it still takes place, and I can name what came out of it.','http://data.europa.eu/esco/skill/7a17d7ce-01a2-4746-bbcc-22ffe22fa16e
http://data.europa.eu/esco/skill/a8d24a95-47b3-4f88-92e7-06600bcd3612','PDSV','learning-culture','','added',0,'[]',4,1);
INSERT INTO "assessment_draftskill" VALUES(24,23,'P5','Mener une tâche de bout en bout de sa propre initiative','Carry a task through on one’s own initiative','Jusqu’ici, j’ai fait les tâches qu’on me confiait ; je ne saurais pas dire comment en lancer une de moi-même.','So far I have done the tasks I was given; I could not say how to start one of my own accord.','Je peux décrire les étapes, du besoin constaté au résultat remis ; je ne les ai suivies que pour un projet personnel ou d’études.','I can describe the steps from noticing a need to handing over the result; I have done it only for a personal or course project.','Au travail, j’ai lancé une tâche de moi-même et l’ai terminée, avec quelqu’un pour la cadrer ou lever les blocages.','At work I have started a task of my own accord and finished it, with someone helping me to frame it or get unstuck.','Je repère une tâche utile, j’obtiens l’accord nécessaire et je la finis sans relance ; d’autres emploient ce que j’ai livré.','I spot a useful task, get any agreement needed and finish it without a reminder; others use what I delivered.','J’ai mené à son terme, malgré des imprévus, une tâche que personne ne portait ; des collègues me consultent pour débloquer la leur.','I have finished, despite setbacks, a task that nobody owned; colleagues come to me to get theirs moving again.','J’ai fait admettre à plusieurs équipes que chacun peut ouvrir un chantier sans attendre d’ordre ; j’ai la liste de ceux qui ont abouti.','I have got several teams to let anyone start useful work without waiting for orders; I can list the tasks completed that way.','http://data.europa.eu/esco/skill/001115fb-569f-4ee6-8381-c6807ef2527f
http://data.europa.eu/esco/skill/199f7919-5114-41b6-b6a5-41e0e4896ec1','','','','added',0,'[]',4,1);
INSERT INTO "assessment_draftskill" VALUES(25,24,'M1','Évaluer un modèle par des mesures adaptées','Judge a model by the right measures','Je n’ai jamais évalué un modèle et je ne saurais pas dire pourquoi son seul taux de bonnes réponses peut tromper.','I have never evaluated a model, and could not say why its share of correct answers alone may mislead.','Je peux expliquer la précision, le rappel et l’erreur moyenne ; je ne les ai calculés que sur des exemples d’exercice.','I can explain precision, recall and mean error; I have worked them out only on practice examples.','Avec un guide ou une personne à mes côtés, j’ai mesuré un modèle réel sur des données de test mises à part et lu le résultat.','With a guide or someone beside me, I have measured a real model on test data kept apart and read the result.','Je choisis sans aide des mesures selon le coût des erreurs et compare le modèle à un repère simple ; l’équipe décide d’après mon bilan.','Unaided, I choose measures by the cost of each error and compare the model with a simple baseline; my team decides from my report.','J’ai découvert qu’un bon score venait d’une fuite de données ou masquait des cas rares ; des collègues me font vérifier les leurs.','I have found that a good score came from leaked data or hid rare cases; colleagues ask me to check theirs.','J’ai fait adopter à plusieurs équipes des mesures communes pour leurs modèles ; le suivi montre moins de scores démentis par l’usage.','I have had several teams adopt common measures for their models; records show fewer scores contradicted by real use.','http://data.europa.eu/esco/skill/3a2d5b45-56e4-4f5a-a55a-4a4a65afdc43
http://data.europa.eu/esco/skill/8369c2d6-c100-4cf6-bd83-9668d8678433','MLNG
DATS','','ESCO occ. 35553663','added',0,'[]',5,1);
INSERT INTO "assessment_draftskill" VALUES(26,25,'M2','Contrôler la qualité des données d’entrée','Check the quality of input data','Je n’ai jamais contrôlé des données avant de les confier à un modèle et je ne sais pas quels défauts y chercher.','I have never checked data before giving it to a model, nor could I name the faults to look for.','Je peux nommer les défauts habituels (manques, doublons, valeurs impossibles) ; je n’en ai cherché que dans un jeu d’exercice.','I can name the usual faults (gaps, duplicates, impossible values); I have looked for them only in a practice set.','J’ai trouvé et traité des défauts dans les données d’un vrai modèle, avec un mode opératoire pas à pas ou l’aide de collègues.','I have found and dealt with faults in a real model’s data, with step-by-step instructions or colleagues’ help.','J’écris sans aide les contrôles courants à l’arrivée des données ; ils arrêtent les lots défectueux et l’équipe s’y fie.','I write the usual checks on incoming data unaided; they stop faulty batches, and my team relies on them.','J’ai remonté à sa source un défaut que tous les contrôles laissaient passer ; on m’appelle quand des données semblent douteuses.','I have traced to its source a fault that slipped past every check; colleagues call me when data looks doubtful.','J’ai amené les équipes qui fournissent les données et celles qui s’en servent à des règles communes ; le nombre de lots rejetés a baissé.','I have brought the teams that supply data and those that use it to common rules; the number of rejected batches has dropped.','http://data.europa.eu/esco/skill/713fb616-118e-40bc-9366-4a69879a49d5
http://data.europa.eu/esco/skill/54c9c155-9293-4329-8ed2-2e76e8b519d4','DATM
DENG','healthy-data-ecosystems','ml-ops.org: Testing','added',0,'[]',5,3);
INSERT INTO "assessment_draftskill" VALUES(27,26,'M3','Versionner données, modèles et expériences','Version data, models and experiments','Je n’ai encore consigné ni les données ni les réglages d’un entraînement et j’ignore à quoi sert cette trace.','I have yet to record the data or settings of a training run, and could not say what such a record is for.','Je peux dire ce qu’il faut garder pour refaire un entraînement (données, code, réglages) ; je n’ai essayé que chez moi ou en cours.','I can say what to keep so as to repeat a training run (data, code, settings); I have tried it only at home or in a course.','En suivant une procédure ou avec de l’aide, j’ai enregistré un essai réel, puis retrouvé les données exactes qui ont servi.','By following a procedure or with help, I have logged a real experiment and later found the exact data it used.','Je relie sans aide chaque modèle livré à ses données, son code et ses réglages ; d’autres ont refait l’entraînement sans moi.','Unaided, I link each model I deliver to its data, code and settings; others have rerun the training without me.','J’ai reproduit un résultat ancien malgré une trace incomplète ; on me consulte pour des données trop lourdes ou trop mouvantes.','I have reproduced an old result despite gaps in its record; colleagues consult me on data too large or too changeable to copy.','Plusieurs équipes tiennent le registre de modèles que j’ai conçu ; les chiffres montrent qu’on remonte plus vite à l’origine d’un modèle.','Several teams keep the model register that I designed; figures show that the origin of a model is traced faster.','http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f','CFMG','version-control','ml-ops.org: Versioning, Experiments tracking, Reproducibility','added',0,'[]',5,3);
INSERT INTO "assessment_draftskill" VALUES(28,27,'M4','Automatiser l’entraînement d’un modèle','Automate the training of a model','Je n’ai jamais automatisé l’entraînement d’un modèle et je ne saurais pas énumérer les étapes à enchaîner.','I have never automated the training of a model, and could not list the steps to chain together.','Je peux décrire l’enchaînement, des données au modèle enregistré ; je n’en ai monté un que sur ma machine, pour apprendre.','I can describe the chain from data to saved model; I have built one only on my own machine, to learn.','À partir d’un exemple commenté ou avec l’aide de collègues, j’ai automatisé un entraînement réel, sans geste manuel à refaire.','From a worked example or with colleagues’ help, I have automated a real training run, with no manual step left to repeat.','Je construis sans aide des entraînements planifiés ou déclenchés ; un échec se signale, et d’autres utilisent les modèles produits.','I build scheduled or triggered training runs unaided; a failure raises an alert, and others use the models produced.','J’ai remis d’aplomb un entraînement trop long, trop cher ou sans cesse interrompu ; des collègues me consultent pour les leurs.','I have put right a training run that took too long, cost too much or kept stopping; colleagues consult me about theirs.','J’ai conçu la chaîne d’entraînement commune à plusieurs équipes ; les mesures montrent qu’un nouveau modèle arrive plus vite.','I have designed the training pipeline that several teams share; measurements show that a new model arrives sooner.','http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d
http://data.europa.eu/esco/skill/48db96bf-3314-45c6-bad8-fdb6e20e5639','MLNG
DENG','','ml-ops.org: Automation, Continuous X
Google MLOps level 1','added',0,'[]',5,2);
INSERT INTO "assessment_draftskill" VALUES(29,28,'M5','Valider un modèle avant sa mise en service','Validate a model before it goes live','Je n’ai jamais vérifié un modèle avant sa mise en service et j’ignore pour quels motifs on pourrait le refuser.','I have never checked a model before it went live, and could not say on what grounds one might turn it down.','Je peux dire quels essais un modèle doit réussir avant d’atteindre ses utilisateurs ; je n’en ai mené que dans un cours.','I can say which trials a model should pass before it reaches users; I have run some only in a course.','Avec une grille ou l’appui de quelqu’un, j’ai comparé un vrai modèle candidat à l’existant et écrit s’il pouvait le remplacer.','With a checklist or someone’s support, I have compared a real candidate with what was in use and noted whether it could replace it.','Je valide sans aide un modèle ordinaire selon des seuils fixés d’avance, cas limites compris ; l’équipe suit mon avis.','I validate ordinary models unaided against thresholds set beforehand, edge cases included; my team follows my verdict.','J’ai fait écarter un modèle bien noté dont un essai plus poussé montrait le danger ; on me consulte quand la décision est serrée.','I have had a high-scoring model held back when a deeper trial showed a danger; colleagues consult me when the call is close.','J’ai rendu la validation obligatoire dans plusieurs équipes ; le journal montre moins de modèles retirés après coup.','I have made validation a required step in several teams; the log shows fewer models withdrawn after release.','http://data.europa.eu/esco/skill/38d49d88-9069-467b-b29e-3cae739bdd4d','MLNG
TEST','test-automation','ml-ops.org: Testing','added',0,'[]',5,3);
INSERT INTO "assessment_draftskill" VALUES(30,29,'M6','Mettre un modèle en service','Put a model into service','Aucun modèle n’a encore atteint d’utilisateurs par mes soins ; je ne saurais pas dire ce qu’il faut prévoir autour.','No model has yet reached users through me, and I could not say what has to be set up around one.','Je peux expliquer la différence entre prédictions à la demande et par lots ; je n’ai fait tourner un modèle qu’en démonstration.','I can explain how on-demand and batch predictions differ; I have run a model only as a demonstration.','J’ai mis un modèle entre les mains de vrais utilisateurs, avec une procédure détaillée ou de l’aide à chaque étape.','I have put a model into the hands of real users, with a detailed procedure or help at each step.','Je mets sans aide des modèles courants en service, avec un retour testé à la version précédente ; d’autres les utilisent.','I put ordinary models into service unaided, with a tested return to the previous version; others use them.','J’ai mis en service un modèle sous forte contrainte de temps de réponse, de charge ou de matériel ; on me demande quelle voie choisir.','I have put a model into service within tight limits of response time, load or hardware; colleagues ask me which approach to take.','Grâce au parcours que j’ai tracé, plusieurs équipes déploient elles-mêmes leurs modèles ; le nombre de mises en service a augmenté.','By the path I laid out, several teams now put their own models into service; the number of releases has grown.','http://data.europa.eu/esco/skill/1d86f05e-e9cc-40ce-99d8-2b21cc71b16b','DEPL','deployment-automation','Google MLOps level 2','added',0,'[]',5,4);
INSERT INTO "assessment_draftskill" VALUES(31,30,'M7','Surveiller un modèle en service','Watch a live model','Suivre un modèle une fois en service serait nouveau pour moi ; j’ignore pourquoi ses réponses peuvent se dégrader.','Following a model once it is live would be new to me; I could not explain why its answers may get worse.','Je peux expliquer comment les données et les résultats dérivent ; je l’ai vu sur des exemples, pas sur un modèle en service.','I can explain how data and results drift; I have seen it in examples, not on a model in service.','Sur un modèle en service, j’ai suivi des indicateurs de dérive et rédigé mes constats, avec un mode d’emploi ou l’aide de collègues.','On a live model, I have tracked drift indicators and written up what I saw, with instructions or a colleague’s help.','J’installe sans aide le suivi des entrées et des réponses, avec des seuils ; l’équipe corrige ou réentraîne d’après mes alertes.','I set up tracking of inputs and answers unaided, with thresholds; my team fixes or retrains on my alerts.','J’ai expliqué une baisse lente avant que les résultats réels soient connus ; on vient me voir quand une alerte reste obscure.','I have explained a slow decline before the true outcomes were known; colleagues come to me when an alert makes no sense.','J’ai fixé avec plusieurs équipes qui surveille quoi et quand agir ; les dates relevées montrent des dérives corrigées plus tôt.','I have settled with several teams who watches what and when to act; dated records show drift corrected sooner.','http://data.europa.eu/esco/skill/cc7370dd-69fa-4c67-a96f-d4d135d38700
http://data.europa.eu/esco/skill/9190d87f-9792-42e0-bb7f-64294a656bcd','AVMT
MLNG','monitoring-and-observability','ml-ops.org: Monitoring','added',0,'[]',5,5);
INSERT INTO "assessment_draftskill" VALUES(32,31,'M8','Garder un modèle équitable et traçable','Keep a model fair and traceable','Je n’ai jamais cherché si un modèle désavantageait certaines personnes et je ne sais pas comment retracer une de ses décisions.','I have never looked into whether a model treats some people worse, and could not say how to trace a decision it made.','Je peux expliquer d’où viennent les biais et pourquoi on consigne les décisions ; je n’ai travaillé que sur des cas d’école.','I can explain where bias comes from and why decisions are logged; I have worked only on textbook cases.','J’ai comparé les erreurs d’un vrai modèle d’un groupe à l’autre et rempli sa fiche descriptive, avec une méthode écrite ou un appui.','I have compared a real model’s errors from group to group and filled in its record sheet, with a written method or some help.','Je mesure sans aide les écarts entre groupes et garde de quoi retracer une décision ; d’autres s’en servent pour l’expliquer.','Unaided, I measure gaps between groups and keep what it takes to trace a decision; others use it to explain that decision.','J’ai corrigé un écart injuste dû à une variable d’apparence anodine ; des collègues sollicitent mon avis sur les cas sensibles.','I have fixed an unfair gap caused by a harmless-looking variable; colleagues seek my view on sensitive cases.','J’ai défini l’examen d’équité et le journal des décisions de plusieurs équipes ; chaque réclamation reçoit une explication.','I have defined the fairness review and decision log of several teams; every complaint now receives an explanation.','http://data.europa.eu/esco/skill/e9575f7f-053a-439e-8074-f93df3334e92','AIDE','clear-and-communicated-ai-stance','','added',0,'[]',5,1);
CREATE TABLE "assessment_planitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "skill" varchar(32) NOT NULL, "interest" smallint unsigned NULL CHECK ("interest" >= 0), "place" smallint unsigned NULL CHECK ("place" >= 0), "step" varchar(300) NOT NULL, "until" date NULL, "done" date NULL, "assessment_id" bigint NOT NULL REFERENCES "assessment_assessment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "plan_skill_once" UNIQUE ("assessment_id", "skill"), CONSTRAINT "plan_place_once" UNIQUE ("assessment_id", "place"), CONSTRAINT "plan_has_skill" CHECK (NOT ("skill" = '')), CONSTRAINT "plan_interest_0_to_3" CHECK (("interest" IS NULL OR "interest" <= 3)), CONSTRAINT "plan_of_few_steps" CHECK (("place" IS NULL OR ("place" >= 1 AND "place" <= 5))), CONSTRAINT "plan_texts_fit" CHECK ((LENGTH("skill") <= 32 AND LENGTH("step") <= 300)));
INSERT INTO "assessment_planitem" VALUES(1,'mkq7.other.planitem.skill~',NULL,NULL,'mkq7.other.planitem.step~',NULL,NULL,4);
CREATE TABLE "assessment_rollup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(32) NOT NULL, "grade" varchar(32) NOT NULL, "month" varchar(7) NOT NULL, "counts" text NOT NULL CHECK ((JSON_VALID("counts") OR "counts" IS NULL)), "version_id" bigint NOT NULL REFERENCES "assessment_catalogueversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "rollup_once" UNIQUE ("role", "grade", "month", "version_id"));
INSERT INTO "assessment_rollup" VALUES(1,'devops','senior','','{"T1": {"2": 1, "dk": 2, "0": 3, "4": 2, "1": 1, "5": 2, "": 1}, "T2": {"1": 5, "5": 1, "na": 2, "0": 2, "2": 1, "": 1}, "T4": {"1": 1, "5": 1, "dk": 1, "2": 1, "0": 1, "4": 2, "3": 2, "na": 2, "": 1}, "T5": {"dk": 3, "3": 3, "2": 1, "5": 1, "1": 2, "": 2}, "T6": {"dk": 1, "3": 1, "1": 2, "0": 2, "na": 2, "2": 2, "5": 1, "": 1}, "T7": {"dk": 2, "2": 1, "3": 2, "4": 2, "0": 1, "5": 2, "1": 1, "": 1}, "T8": {"na": 3, "4": 1, "3": 3, "2": 1, "1": 1, "dk": 1, "": 2}, "G2": {"1": 2, "na": 2, "5": 1, "dk": 1, "4": 2, "0": 1, "2": 1, "3": 1, "": 1}, "G3": {"dk": 2, "5": 1, "2": 2, "0": 1, "1": 2, "na": 1, "3": 2, "": 1}, "G4": {"0": 4, "1": 2, "5": 1, "3": 1, "na": 1, "dk": 1, "": 2}, "G5": {"na": 2, "2": 3, "dk": 3, "3": 2, "4": 1, "": 1}, "C1": {"na": 2, "4": 1, "0": 1, "1": 1, "dk": 1, "2": 2, "5": 2, "3": 1, "": 1}, "C2": {"0": 1, "1": 2, "4": 2, "na": 1, "2": 3, "": 3}, "C3": {"dk": 3, "5": 2, "na": 2, "2": 2, "0": 1, "1": 1, "4": 1}, "C4": {"4": 2, "2": 1, "5": 1, "na": 2, "1": 1, "": 5}, "C5": {"3": 5, "na": 4, "2": 1, "1": 1, "": 1}, "C6": {"1": 4, "5": 2, "2": 1, "4": 1, "": 4}, "P3": {"0": 1, "4": 3, "3": 1, "dk": 1, "na": 1, "2": 1, "1": 1, "5": 1, "": 2}, "P4": {"0": 2, "dk": 2, "5": 3, "3": 1, "2": 1, "4": 1, "1": 1, "": 1}, "P5": {"dk": 4, "na": 1, "2": 1, "5": 2, "4": 1, "": 3}}',1);
INSERT INTO "assessment_rollup" VALUES(2,'devops','senior','2026-11','{"T3": {"4": 4, "3": 1, "1": 3, "2": 1, "5": 2, "": 1}, "G1": {"3": 2, "0": 4, "na": 2, "4": 1, "5": 1, "1": 2}, "P1": {"5": 1, "3": 3, "0": 3, "4": 2, "dk": 1, "1": 1, "": 1}, "P2": {"0": 3, "4": 2, "3": 4, "1": 1, "": 2}}',1);
CREATE TABLE "assessment_secondview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "asker" varchar(80) NOT NULL, "made" datetime NOT NULL, "until" datetime NOT NULL, "token_sha256" varchar(64) NOT NULL UNIQUE, "answers" text NOT NULL CHECK ((JSON_VALID("answers") OR "answers" IS NULL)), "named" bool NULL, "rater_name" varchar(80) NOT NULL, "changed" datetime NOT NULL, "finished" datetime NULL, "lot" smallint unsigned NULL CHECK ("lot" >= 0), "assessment_id" bigint NOT NULL REFERENCES "assessment_assessment" ("id") DEFERRABLE INITIALLY DEFERRED, "rater_id" bigint NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "view_once_by_account" UNIQUE ("assessment_id", "rater_id"), CONSTRAINT "view_has_asker" CHECK (NOT ("asker" = '')), CONSTRAINT "view_asks_or_says" CHECK ((("named" IS NULL AND NOT ("name" = '')) OR ("name" = '' AND "named" IS NOT NULL))), CONSTRAINT "view_seen_by_name" CHECK ((("named" AND "named" IS NOT NULL AND NOT ("rater_name" = '')) OR ("rater_name" = '' AND ("named" IS NULL OR NOT "named")))), CONSTRAINT "view_ends_later" CHECK ("until" > ("made")), CONSTRAINT "view_finished_says_whether_named" CHECK (("finished" IS NULL OR "named" IS NOT NULL)), CONSTRAINT "view_in_lot_is_unnamed" CHECK (("lot" IS NULL OR ("finished" IS NOT NULL AND NOT "named"))), CONSTRAINT "view_names_fit" CHECK ((LENGTH("asker") <= 80 AND LENGTH("name") <= 80 AND LENGTH("rater_name") <= 80)));
INSERT INTO "assessment_secondview" VALUES(1,'dc85ad63db3b4dceafd72a8a5e59208a','Ms Martin','Ada-asks','2026-11-23 14:30:42.727040','2126-01-01 00:00:00','84135873393b36ed5f916edb69ad4b91e369dd5f16531742b13cb5e42f82a826','{}',NULL,'','2026-11-23 14:30:42.727059',NULL,NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(2,'0b13e8c9dff54ccc89f21f0072634323','','Ada-asks','2026-11-23 14:30:42.747464','2126-01-01 00:00:00','d8081057973750f8429bf83607d6017c02408b3c0f05732131574a8019ae75cf','{"T1": 3, "T2": 2, "T3": 1, "T4": 3, "T5": "dk", "T6": 2, "T7": 2, "G1": 2, "G2": "na", "G3": 1, "G4": 2, "G5": 1, "C1": 3, "C2": 4, "C3": 3, "C4": 2, "C5": 3, "P1": 3, "P2": 2, "P3": 2, "P4": 3, "P5": 4}',1,'Bob','2026-11-23 14:30:42.765617','2026-11-23 14:30:42.765617',NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(3,'35faa59f8fb344e581394288c95cc931','Ms Martin','Ada-asks','2026-11-23 14:30:42.770959','2126-01-01 00:00:00','e2556a528bbbb3b183897c00405356972016b70194a5bf4e91e5044a0424a999','{}',NULL,'','2026-11-23 14:30:42.770967',NULL,NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(4,'26df42f8955249cab4fec61275723350','','Ada-asks','2026-11-23 14:30:42.800866','2126-01-01 00:00:00','0e1f5694e6719075053366824334b2cdf262e064bf877a01f32f698e98d24ef9','{"T1": 3, "T2": 2, "T3": 1, "T4": 3, "T5": "dk", "T6": 2, "T7": 2, "G1": 2, "G2": "na", "G3": 1, "G4": 2, "G5": 1, "C1": 3, "C2": 4, "C3": 3, "C4": 2, "C5": 3, "P1": 3, "P2": 2, "P3": 2, "P4": 3, "P5": 4}',0,'','2026-11-23 14:30:42.819185','2026-11-23 14:30:42.819185',1,1,NULL);
INSERT INTO "assessment_secondview" VALUES(5,'a60144bc9e3b495e9c336f6c702b7a07','Ms Martin','Ada-asks','2026-11-23 14:30:42.824360','2126-01-01 00:00:00','c18b7a0340c3f57ffe7dba8f2d8f42f142dfbe0f6653e80814f5b9161289c4b2','{}',NULL,'','2026-11-23 14:30:42.824369',NULL,NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(6,'2b69267e0e75495ba26cf8f73b3094e7','','Ada-asks','2026-11-23 14:30:42.848573','2126-01-01 00:00:00','ce78e36347fae664e6416ca2a2481c57a6376dd0de03867da7ec0cabcfcbfc85','{"T1": 3, "T2": 2, "T3": 1, "T4": 3, "T5": "dk", "T6": 2, "T7": 2, "G1": 2, "G2": "na", "G3": 1, "G4": 2, "G5": 1, "C1": 3, "C2": 4, "C3": 3, "C4": 2, "C5": 3, "P1": 3, "P2": 2, "P3": 2, "P4": 3, "P5": 4}',0,'','2026-11-23 14:30:42.865928','2026-11-23 14:30:42.865928',1,1,NULL);
INSERT INTO "assessment_secondview" VALUES(7,'177e25c9bcbc46cd905393bd52bf0e78','Ms Martin','Ada-asks','2026-11-23 14:30:42.870879','2126-01-01 00:00:00','85c53dd8aeb034bc91aad66af16946cf0657d8d8c35997de06dbccc05f167c95','{}',NULL,'','2026-11-23 14:30:42.870888',NULL,NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(8,'e1f65d06d5984b889beb91fe2e81b615','','Ada-asks','2026-11-23 14:30:42.895241','2126-01-01 00:00:00','beffdfe3a6a0342302e02bf22d202a0b624ddb296e416f8b907b7ee12f260ce3','{"T1": 3, "T2": 2, "T3": 1, "T4": 3, "T5": "dk", "T6": 2, "T7": 2, "G1": 2, "G2": "na", "G3": 1, "G4": 2, "G5": 1, "C1": 3, "C2": 4, "C3": 3, "C4": 2, "C5": 3, "P1": 3, "P2": 2, "P3": 2, "P4": 3, "P5": 4}',0,'','2026-11-23 14:30:42.912890','2026-11-23 14:30:42.912890',1,1,NULL);
INSERT INTO "assessment_secondview" VALUES(9,'33b52d76699647cd93ae20d17f19bd4e','Ms Martin','Ada-asks','2026-11-23 14:30:42.918354','2126-01-01 00:00:00','128a822125d2ad2c4eb8fa015be15755419cdc7930fe585f7a25508609c16f12','{}',NULL,'','2026-11-23 14:30:42.918362',NULL,NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(10,'d7bd431ffa5347f199454001c1a81282','','Ada-asks','2026-11-23 14:30:42.948351','2126-01-01 00:00:00','eaa190f7f8119cee71b3611812710e2d4c42786ded9c056c5f10a226165daecf','{}',0,'','2026-11-23 14:30:42.948358',NULL,NULL,1,NULL);
INSERT INTO "assessment_secondview" VALUES(11,'eac5ce6e199a428fb89483bed9eea97b','mkq7.other.secondview.name~','mkq7.other.secondview.asker~','2026-11-23 14:30:42.973958','2126-01-01 00:00:00','mkq7.other.secondview.token_sha256~','{}',NULL,'','2026-11-23 14:30:42.973972',NULL,NULL,4,NULL);
INSERT INTO "assessment_secondview" VALUES(12,'c191c4cda84f41bba5b063eacfb95b68','','mkq7.othernamed.secondview.asker~','2026-11-23 14:30:42.974662','2126-01-01 00:00:00','mkq7.othernamed.secondview.token_sha256~','{"mkq7.othernamed.secondview.answers~": "na"}',1,'mkq7.othernamed.secondview.rater_name~','2026-11-23 14:30:42.974672','2026-11-23 14:30:42.971900',NULL,4,NULL);
INSERT INTO "assessment_secondview" VALUES(13,'464a19862e4947c394fb9d7ebfe7ce7b','','mkq7.otherhidden.secondview.asker~','2026-11-23 14:30:42.975250','2126-01-01 00:00:00','mkq7.otherhidden.secondview.token_sha256~','{"mkq7.otherhidden.secondview.answers~": "na"}',0,'','2026-11-23 14:30:42.975259','2026-11-23 14:30:42.971900',NULL,4,NULL);
CREATE TABLE "assessment_share" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "with_notes" bool NOT NULL, "made" datetime NOT NULL, "until" datetime NOT NULL, "token_sha256" varchar(64) NOT NULL UNIQUE, "assessment_id" bigint NOT NULL REFERENCES "assessment_assessment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "share_is_for_somebody" CHECK (NOT ("name" = '')), CONSTRAINT "share_ends_later" CHECK ("until" > ("made")), CONSTRAINT "share_name_fits" CHECK (LENGTH("name") <= 80));
INSERT INTO "assessment_share" VALUES(1,'30ce6de65eef4ffda30c32ee7a589b48','Ms Martin',1,'2026-11-23 14:30:42.662971','2126-01-01 00:00:00','1650b0722d54ba5c523665f118b0a98948e6d5e00a4039a510a7da72aca2adb9',1);
INSERT INTO "assessment_share" VALUES(2,'65666699c3ed422bab75a32d6866da0f','mkq7.other.share.name~',0,'2026-11-23 14:30:42.973393','2126-01-01 00:00:00','mkq7.other.share.token_sha256~',4);
CREATE TABLE "assessment_uncounted" ("assessment_id" bigint NOT NULL PRIMARY KEY REFERENCES "assessment_assessment" ("id") DEFERRABLE INITIALLY DEFERRED, "finished" datetime NOT NULL);
INSERT INTO "assessment_uncounted" VALUES(1,'2026-11-23 14:30:42.647277');
INSERT INTO "assessment_uncounted" VALUES(3,'2026-11-23 14:30:42.969362');
INSERT INTO "assessment_uncounted" VALUES(4,'2026-11-23 14:30:42.971900');
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
INSERT INTO "auth_group" VALUES(1,'editors');
INSERT INTO "auth_group" VALUES(2,'publishers');
INSERT INTO "auth_group" VALUES(3,'analysts');
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "auth_group_permissions" VALUES(1,1,1);
INSERT INTO "auth_group_permissions" VALUES(2,1,2);
INSERT INTO "auth_group_permissions" VALUES(3,1,6);
INSERT INTO "auth_group_permissions" VALUES(4,1,13);
INSERT INTO "auth_group_permissions" VALUES(5,1,15);
INSERT INTO "auth_group_permissions" VALUES(6,1,16);
INSERT INTO "auth_group_permissions" VALUES(7,1,17);
INSERT INTO "auth_group_permissions" VALUES(8,1,18);
INSERT INTO "auth_group_permissions" VALUES(9,1,19);
INSERT INTO "auth_group_permissions" VALUES(10,1,20);
INSERT INTO "auth_group_permissions" VALUES(11,1,21);
INSERT INTO "auth_group_permissions" VALUES(12,1,22);
INSERT INTO "auth_group_permissions" VALUES(13,1,23);
INSERT INTO "auth_group_permissions" VALUES(14,1,24);
INSERT INTO "auth_group_permissions" VALUES(15,1,25);
INSERT INTO "auth_group_permissions" VALUES(16,1,26);
INSERT INTO "auth_group_permissions" VALUES(17,1,27);
INSERT INTO "auth_group_permissions" VALUES(18,1,28);
INSERT INTO "auth_group_permissions" VALUES(19,1,29);
INSERT INTO "auth_group_permissions" VALUES(20,1,30);
INSERT INTO "auth_group_permissions" VALUES(21,1,31);
INSERT INTO "auth_group_permissions" VALUES(22,1,32);
INSERT INTO "auth_group_permissions" VALUES(23,1,33);
INSERT INTO "auth_group_permissions" VALUES(24,1,34);
INSERT INTO "auth_group_permissions" VALUES(25,1,35);
INSERT INTO "auth_group_permissions" VALUES(26,1,36);
INSERT INTO "auth_group_permissions" VALUES(27,1,37);
INSERT INTO "auth_group_permissions" VALUES(28,1,38);
INSERT INTO "auth_group_permissions" VALUES(29,1,39);
INSERT INTO "auth_group_permissions" VALUES(30,1,40);
INSERT INTO "auth_group_permissions" VALUES(31,1,41);
INSERT INTO "auth_group_permissions" VALUES(32,1,42);
INSERT INTO "auth_group_permissions" VALUES(33,1,43);
INSERT INTO "auth_group_permissions" VALUES(34,2,1);
INSERT INTO "auth_group_permissions" VALUES(35,2,3);
INSERT INTO "auth_group_permissions" VALUES(36,2,35);
INSERT INTO "auth_group_permissions" VALUES(37,2,6);
INSERT INTO "auth_group_permissions" VALUES(38,2,39);
INSERT INTO "auth_group_permissions" VALUES(39,2,43);
INSERT INTO "auth_group_permissions" VALUES(40,2,15);
INSERT INTO "auth_group_permissions" VALUES(41,2,19);
INSERT INTO "auth_group_permissions" VALUES(42,2,23);
INSERT INTO "auth_group_permissions" VALUES(43,2,27);
INSERT INTO "auth_group_permissions" VALUES(44,2,31);
INSERT INTO "auth_group_permissions" VALUES(45,3,1);
INSERT INTO "auth_group_permissions" VALUES(46,3,35);
INSERT INTO "auth_group_permissions" VALUES(47,3,6);
INSERT INTO "auth_group_permissions" VALUES(48,3,39);
INSERT INTO "auth_group_permissions" VALUES(49,3,43);
INSERT INTO "auth_group_permissions" VALUES(50,3,15);
INSERT INTO "auth_group_permissions" VALUES(51,3,19);
INSERT INTO "auth_group_permissions" VALUES(52,3,23);
INSERT INTO "auth_group_permissions" VALUES(53,3,27);
INSERT INTO "auth_group_permissions" VALUES(54,3,31);
INSERT INTO "auth_group_permissions" VALUES(55,3,11);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
INSERT INTO "auth_permission" VALUES(1,1,'view_cataloguechange','Can view change of the catalogue');
INSERT INTO "auth_permission" VALUES(2,2,'add_draftimport','Can add import of a catalogue');
INSERT INTO "auth_permission" VALUES(3,3,'add_catalogueversion','Can add catalogue version');
INSERT INTO "auth_permission" VALUES(4,3,'change_catalogueversion','Can change catalogue version');
INSERT INTO "auth_permission" VALUES(5,3,'delete_catalogueversion','Can delete catalogue version');
INSERT INTO "auth_permission" VALUES(6,3,'view_catalogueversion','Can view catalogue version');
INSERT INTO "auth_permission" VALUES(7,6,'add_assessment','Can add assessment');
INSERT INTO "auth_permission" VALUES(8,6,'change_assessment','Can change assessment');
INSERT INTO "auth_permission" VALUES(9,6,'delete_assessment','Can delete assessment');
INSERT INTO "auth_permission" VALUES(10,6,'view_assessment','Can view assessment');
INSERT INTO "auth_permission" VALUES(11,6,'read_results','Can read and export the results of all');
INSERT INTO "auth_permission" VALUES(12,7,'add_draftlevel','Can add level');
INSERT INTO "auth_permission" VALUES(13,7,'change_draftlevel','Can change level');
INSERT INTO "auth_permission" VALUES(14,7,'delete_draftlevel','Can delete level');
INSERT INTO "auth_permission" VALUES(15,7,'view_draftlevel','Can view level');
INSERT INTO "auth_permission" VALUES(16,8,'add_draftmission','Can add mission');
INSERT INTO "auth_permission" VALUES(17,8,'change_draftmission','Can change mission');
INSERT INTO "auth_permission" VALUES(18,8,'delete_draftmission','Can delete mission');
INSERT INTO "auth_permission" VALUES(19,8,'view_draftmission','Can view mission');
INSERT INTO "auth_permission" VALUES(20,9,'add_draftcompetency','Can add competency');
INSERT INTO "auth_permission" VALUES(21,9,'change_draftcompetency','Can change competency');
INSERT INTO "auth_permission" VALUES(22,9,'delete_draftcompetency','Can delete competency');
INSERT INTO "auth_permission" VALUES(23,9,'view_draftcompetency','Can view competency');
INSERT INTO "auth_permission" VALUES(24,10,'add_draftgrade','Can add grade');
INSERT INTO "auth_permission" VALUES(25,10,'change_draftgrade','Can change grade');
INSERT INTO "auth_permission" VALUES(26,10,'delete_draftgrade','Can delete grade');
INSERT INTO "auth_permission" VALUES(27,10,'view_draftgrade','Can view grade');
INSERT INTO "auth_permission" VALUES(28,11,'add_draftskill','Can add skill');
INSERT INTO "auth_permission" VALUES(29,11,'change_draftskill','Can change skill');
INSERT INTO "auth_permission" VALUES(30,11,'delete_draftskill','Can delete skill');
INSERT INTO "auth_permission" VALUES(31,11,'view_draftskill','Can view skill');
INSERT INTO "auth_permission" VALUES(32,12,'add_draftrole','Can add role');
INSERT INTO "auth_permission" VALUES(33,12,'change_draftrole','Can change role');
INSERT INTO "auth_permission" VALUES(34,12,'delete_draftrole','Can delete role');
INSERT INTO "auth_permission" VALUES(35,12,'view_draftrole','Can view role');
INSERT INTO "auth_permission" VALUES(36,13,'add_draftrequirement','Can add requirement');
INSERT INTO "auth_permission" VALUES(37,13,'change_draftrequirement','Can change requirement');
INSERT INTO "auth_permission" VALUES(38,13,'delete_draftrequirement','Can delete requirement');
INSERT INTO "auth_permission" VALUES(39,13,'view_draftrequirement','Can view requirement');
INSERT INTO "auth_permission" VALUES(40,14,'add_draftsalary','Can add salary');
INSERT INTO "auth_permission" VALUES(41,14,'change_draftsalary','Can change salary');
INSERT INTO "auth_permission" VALUES(42,14,'delete_draftsalary','Can delete salary');
INSERT INTO "auth_permission" VALUES(43,14,'view_draftsalary','Can view salary');
INSERT INTO "auth_permission" VALUES(44,18,'add_user','Can add user');
INSERT INTO "auth_permission" VALUES(45,18,'change_user','Can change user');
INSERT INTO "auth_permission" VALUES(46,18,'delete_user','Can delete user');
INSERT INTO "auth_permission" VALUES(47,18,'view_user','Can view user');
INSERT INTO "auth_permission" VALUES(48,19,'view_event','Can view event');
INSERT INTO "auth_permission" VALUES(49,20,'add_emailaddress','Can add email address');
INSERT INTO "auth_permission" VALUES(50,20,'change_emailaddress','Can change email address');
INSERT INTO "auth_permission" VALUES(51,20,'delete_emailaddress','Can delete email address');
INSERT INTO "auth_permission" VALUES(52,20,'view_emailaddress','Can view email address');
INSERT INTO "auth_permission" VALUES(53,21,'add_emailconfirmation','Can add email confirmation');
INSERT INTO "auth_permission" VALUES(54,21,'change_emailconfirmation','Can change email confirmation');
INSERT INTO "auth_permission" VALUES(55,21,'delete_emailconfirmation','Can delete email confirmation');
INSERT INTO "auth_permission" VALUES(56,21,'view_emailconfirmation','Can view email confirmation');
INSERT INTO "auth_permission" VALUES(57,22,'add_authenticator','Can add authenticator');
INSERT INTO "auth_permission" VALUES(58,22,'change_authenticator','Can change authenticator');
INSERT INTO "auth_permission" VALUES(59,22,'delete_authenticator','Can delete authenticator');
INSERT INTO "auth_permission" VALUES(60,22,'view_authenticator','Can view authenticator');
INSERT INTO "auth_permission" VALUES(61,23,'add_usersession','Can add user session');
INSERT INTO "auth_permission" VALUES(62,23,'change_usersession','Can change user session');
INSERT INTO "auth_permission" VALUES(63,23,'delete_usersession','Can delete user session');
INSERT INTO "auth_permission" VALUES(64,23,'view_usersession','Can view user session');
INSERT INTO "auth_permission" VALUES(65,24,'add_logentry','Can add log entry');
INSERT INTO "auth_permission" VALUES(66,24,'change_logentry','Can change log entry');
INSERT INTO "auth_permission" VALUES(67,24,'delete_logentry','Can delete log entry');
INSERT INTO "auth_permission" VALUES(68,24,'view_logentry','Can view log entry');
INSERT INTO "auth_permission" VALUES(69,25,'add_permission','Can add permission');
INSERT INTO "auth_permission" VALUES(70,25,'change_permission','Can change permission');
INSERT INTO "auth_permission" VALUES(71,25,'delete_permission','Can delete permission');
INSERT INTO "auth_permission" VALUES(72,25,'view_permission','Can view permission');
INSERT INTO "auth_permission" VALUES(73,26,'add_group','Can add group');
INSERT INTO "auth_permission" VALUES(74,26,'change_group','Can change group');
INSERT INTO "auth_permission" VALUES(75,26,'delete_group','Can delete group');
INSERT INTO "auth_permission" VALUES(76,26,'view_group','Can view group');
INSERT INTO "auth_permission" VALUES(77,27,'add_contenttype','Can add content type');
INSERT INTO "auth_permission" VALUES(78,27,'change_contenttype','Can change content type');
INSERT INTO "auth_permission" VALUES(79,27,'delete_contenttype','Can delete content type');
INSERT INTO "auth_permission" VALUES(80,27,'view_contenttype','Can view content type');
INSERT INTO "auth_permission" VALUES(81,28,'add_session','Can add session');
INSERT INTO "auth_permission" VALUES(82,28,'change_session','Can change session');
INSERT INTO "auth_permission" VALUES(83,28,'delete_session','Can delete session');
INSERT INTO "auth_permission" VALUES(84,28,'view_session','Can view session');
CREATE TABLE "careerquiz_cache" (
    "cache_key" varchar(255) NOT NULL PRIMARY KEY,
    "value" text NOT NULL,
    "expires" datetime NOT NULL
);
INSERT INTO "careerquiz_cache" VALUES('limit:4775dd1914fea6de032d8fd8d8d60aa407523e2d57dec49972e213d2cc56ad7f','2','2026-11-23 14:40:00');
INSERT INTO "careerquiz_cache" VALUES('limit:a9d32069c9f75221d73cf0230a7dc0c94bb21a31b6ede69be7fe172b325dc63c','6','2026-11-23 14:40:00');
INSERT INTO "careerquiz_cache" VALUES('limit:bb9a17e8ec1ff4eb78c4fbea0c8a74e62a1195463c00e35701637c44807cbebf','1','2026-11-23 14:40:00');
INSERT INTO "careerquiz_cache" VALUES('limit:ba4fe65cc3e5c675187e46191f315d311cbac073e2ee79677097d3222a05f023','1','2026-11-23 14:40:00');
INSERT INTO "careerquiz_cache" VALUES('limit:cee308d99b9823996732df156035f5daf77cf83d83553be3d0ef2058ecc47a2b','1','2026-11-23 14:40:00');
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
INSERT INTO "django_admin_log" VALUES(1,'mkq7.logentry.object_id~','mkq7.logentry.object_repr~',2,'mkq7.logentry.change_message~',2,1,'2026-11-23 14:30:42.977810');
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
INSERT INTO "django_content_type" VALUES(1,'assessment','cataloguechange');
INSERT INTO "django_content_type" VALUES(2,'assessment','draftimport');
INSERT INTO "django_content_type" VALUES(3,'assessment','catalogueversion');
INSERT INTO "django_content_type" VALUES(4,'assessment','uncounted');
INSERT INTO "django_content_type" VALUES(5,'assessment','rollup');
INSERT INTO "django_content_type" VALUES(6,'assessment','assessment');
INSERT INTO "django_content_type" VALUES(7,'assessment','draftlevel');
INSERT INTO "django_content_type" VALUES(8,'assessment','draftmission');
INSERT INTO "django_content_type" VALUES(9,'assessment','draftcompetency');
INSERT INTO "django_content_type" VALUES(10,'assessment','draftgrade');
INSERT INTO "django_content_type" VALUES(11,'assessment','draftskill');
INSERT INTO "django_content_type" VALUES(12,'assessment','draftrole');
INSERT INTO "django_content_type" VALUES(13,'assessment','draftrequirement');
INSERT INTO "django_content_type" VALUES(14,'assessment','draftsalary');
INSERT INTO "django_content_type" VALUES(15,'assessment','planitem');
INSERT INTO "django_content_type" VALUES(16,'assessment','secondview');
INSERT INTO "django_content_type" VALUES(17,'assessment','share');
INSERT INTO "django_content_type" VALUES(18,'profiles','user');
INSERT INTO "django_content_type" VALUES(19,'profiles','event');
INSERT INTO "django_content_type" VALUES(20,'account','emailaddress');
INSERT INTO "django_content_type" VALUES(21,'account','emailconfirmation');
INSERT INTO "django_content_type" VALUES(22,'mfa','authenticator');
INSERT INTO "django_content_type" VALUES(23,'usersessions','usersession');
INSERT INTO "django_content_type" VALUES(24,'admin','logentry');
INSERT INTO "django_content_type" VALUES(25,'auth','permission');
INSERT INTO "django_content_type" VALUES(26,'auth','group');
INSERT INTO "django_content_type" VALUES(27,'contenttypes','contenttype');
INSERT INTO "django_content_type" VALUES(28,'sessions','session');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'contenttypes','0001_initial','2026-11-23 14:30:41.439151');
INSERT INTO "django_migrations" VALUES(2,'contenttypes','0002_remove_content_type_name','2026-11-23 14:30:41.443434');
INSERT INTO "django_migrations" VALUES(3,'auth','0001_initial','2026-11-23 14:30:41.452059');
INSERT INTO "django_migrations" VALUES(4,'auth','0002_alter_permission_name_max_length','2026-11-23 14:30:41.456001');
INSERT INTO "django_migrations" VALUES(5,'auth','0003_alter_user_email_max_length','2026-11-23 14:30:41.459056');
INSERT INTO "django_migrations" VALUES(6,'auth','0004_alter_user_username_opts','2026-11-23 14:30:41.461908');
INSERT INTO "django_migrations" VALUES(7,'auth','0005_alter_user_last_login_null','2026-11-23 14:30:41.464708');
INSERT INTO "django_migrations" VALUES(8,'auth','0006_require_contenttypes_0002','2026-11-23 14:30:41.465567');
INSERT INTO "django_migrations" VALUES(9,'auth','0007_alter_validators_add_error_messages','2026-11-23 14:30:41.468230');
INSERT INTO "django_migrations" VALUES(10,'auth','0008_alter_user_username_max_length','2026-11-23 14:30:41.470941');
INSERT INTO "django_migrations" VALUES(11,'auth','0009_alter_user_last_name_max_length','2026-11-23 14:30:41.473771');
INSERT INTO "django_migrations" VALUES(12,'auth','0010_alter_group_name_max_length','2026-11-23 14:30:41.477528');
INSERT INTO "django_migrations" VALUES(13,'auth','0011_update_proxy_permissions','2026-11-23 14:30:41.480277');
INSERT INTO "django_migrations" VALUES(14,'auth','0012_alter_user_first_name_max_length','2026-11-23 14:30:41.482782');
INSERT INTO "django_migrations" VALUES(15,'profiles','0001_initial','2026-11-23 14:30:41.490796');
INSERT INTO "django_migrations" VALUES(16,'account','0001_initial','2026-11-23 14:30:41.499514');
INSERT INTO "django_migrations" VALUES(17,'account','0002_email_max_length','2026-11-23 14:30:41.505455');
INSERT INTO "django_migrations" VALUES(18,'account','0003_alter_emailaddress_create_unique_verified_email','2026-11-23 14:30:41.513441');
INSERT INTO "django_migrations" VALUES(19,'account','0004_alter_emailaddress_drop_unique_email','2026-11-23 14:30:41.520390');
INSERT INTO "django_migrations" VALUES(20,'account','0005_emailaddress_idx_upper_email','2026-11-23 14:30:41.525998');
INSERT INTO "django_migrations" VALUES(21,'account','0006_emailaddress_lower','2026-11-23 14:30:41.532262');
INSERT INTO "django_migrations" VALUES(22,'account','0007_emailaddress_idx_email','2026-11-23 14:30:41.544970');
INSERT INTO "django_migrations" VALUES(23,'account','0008_emailaddress_unique_primary_email_fixup','2026-11-23 14:30:41.551502');
INSERT INTO "django_migrations" VALUES(24,'account','0009_emailaddress_unique_primary_email','2026-11-23 14:30:41.555954');
INSERT INTO "django_migrations" VALUES(25,'admin','0001_initial','2026-11-23 14:30:41.562050');
INSERT INTO "django_migrations" VALUES(26,'admin','0002_logentry_remove_auto_add','2026-11-23 14:30:41.568946');
INSERT INTO "django_migrations" VALUES(27,'admin','0003_logentry_add_action_flag_choices','2026-11-23 14:30:41.574436');
INSERT INTO "django_migrations" VALUES(28,'assessment','0001_initial','2026-11-23 14:30:41.637476');
INSERT INTO "django_migrations" VALUES(29,'assessment','0002_triggers','2026-11-23 14:30:41.645318');
INSERT INTO "django_migrations" VALUES(30,'assessment','0003_editors_room','2026-11-23 14:30:41.805387');
INSERT INTO "django_migrations" VALUES(31,'assessment','0004_groups','2026-11-23 14:30:41.830334');
INSERT INTO "django_migrations" VALUES(32,'assessment','0005_results_and_shares','2026-11-23 14:30:41.906022');
INSERT INTO "django_migrations" VALUES(33,'assessment','0006_results','2026-11-23 14:30:41.938897');
INSERT INTO "django_migrations" VALUES(34,'assessment','0007_people','2026-11-23 14:30:42.026221');
INSERT INTO "django_migrations" VALUES(35,'assessment','0008_what_forms_refuse','2026-11-23 14:30:42.078440');
INSERT INTO "django_migrations" VALUES(36,'mfa','0001_initial','2026-11-23 14:30:42.091212');
INSERT INTO "django_migrations" VALUES(37,'mfa','0002_authenticator_timestamps','2026-11-23 14:30:42.117564');
INSERT INTO "django_migrations" VALUES(38,'mfa','0003_authenticator_type_uniq','2026-11-23 14:30:42.151131');
INSERT INTO "django_migrations" VALUES(39,'profiles','0002_accounts','2026-11-23 14:30:42.215967');
INSERT INTO "django_migrations" VALUES(40,'profiles','0003_user_uuid','2026-11-23 14:30:42.229686');
INSERT INTO "django_migrations" VALUES(41,'profiles','0004_display_name_fits','2026-11-23 14:30:42.243904');
INSERT INTO "django_migrations" VALUES(42,'sessions','0001_initial','2026-11-23 14:30:42.247670');
INSERT INTO "django_migrations" VALUES(43,'usersessions','0001_initial','2026-11-23 14:30:42.263517');
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
INSERT INTO "django_session" VALUES('xssajelvmvltyh1ahlhz6autq94olh29','eyJ3b3JkcyI6Im1rcTcuYWRhLnVzZXJzZXNzaW9uLmNvbnRlbnRzfiJ9:1xVV46:mhRj2d_hcaBucS9UGoWEg_WHLMeQX6qeRBTJP6Yh2WY','2026-11-24 02:30:42.437707');
INSERT INTO "django_session" VALUES('rzp0stvchaljho6hv38ca5bj8yqzei91','.eJyFkMEOgjAMht9lZ0O2MjbGTV_DGFK3LhAVCJSDMb67A0nUk7e2f__v7_YQNc7c1PNEY90GUQkldt-zM_oLdYuA1-syztD7fu44W3c2ecr2qaOOW4_c9t1hc_2gGpyaxLFWmhjV2Rttgy9zAutk4SKCjZQbGWTQ0lgHKhjAKIFyWUJ0WAYFSUrQ7YSV_Qmtb8RNHyZRHR_iXae4W8Tk4PtAqeGeh8XPolLWFVpr0JBpbQsjy50Y6YtIyc3jTM_Tv8D1eevXPV_wI3EG:1xVV46:wF3zd31b9B9iK5XLYVVNtoWw9YjLMQIzKJc_E0s4Eyo','2026-11-24 02:30:42.447995');
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);
INSERT INTO "mfa_authenticator" VALUES(1,'totp','{"mkq7.ada.authenticator.data~": "na"}',1,'2026-11-23 14:30:42.435848',NULL);
CREATE TABLE "profiles_event" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "what" varchar(20) NOT NULL, "subject" varchar(80) NOT NULL, "address" char(39) NULL, "about_id" bigint NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "who_id" bigint NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "profiles_event" VALUES(1,'2026-11-23 14:30:42.444010','sign-in','','::',NULL,1);
INSERT INTO "profiles_event" VALUES(2,'2026-11-23 14:30:42.663418','share','a76948a9-e689-4e44-97b5-69ad98670db5','127.0.0.1',NULL,1);
INSERT INTO "profiles_event" VALUES(3,'2026-11-23 14:30:42.727869','view','dc85ad63-db3b-4dce-afd7-2a8a5e59208a','127.0.0.1',NULL,1);
INSERT INTO "profiles_event" VALUES(4,'2026-11-23 14:30:42.771398','view','35faa59f-8fb3-44e5-8139-4288c95cc931','127.0.0.1',NULL,1);
INSERT INTO "profiles_event" VALUES(5,'2026-11-23 14:30:42.824808','view','a60144bc-9e3b-495e-9c33-6f6c702b7a07','127.0.0.1',NULL,1);
INSERT INTO "profiles_event" VALUES(6,'2026-11-23 14:30:42.871267','view','177e25c9-bcbc-46cd-9053-93bd52bf0e78','127.0.0.1',NULL,1);
INSERT INTO "profiles_event" VALUES(7,'2026-11-23 14:30:42.918726','view','33b52d76-6996-47cd-93ae-20d17f19bd4e','127.0.0.1',NULL,1);
INSERT INTO "profiles_event" VALUES(8,'2026-11-23 14:30:42.976342','share','9761116a-6f7b-42c6-b5a0-ff18a3780f71','192.0.2.77',NULL,NULL);
INSERT INTO "profiles_event" VALUES(10,'2026-11-23 14:30:43.006906','erase','c4a948a8-a525-4dee-ad29-ace166f7eeba',NULL,NULL,NULL);
CREATE TABLE "profiles_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "email" varchar(254) NOT NULL UNIQUE, "display_name" varchar(80) NOT NULL, "language" varchar(2) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "uuid" char(32) NOT NULL UNIQUE, "warned" datetime NULL, CONSTRAINT "user_email_lower" CHECK ("email" = (LOWER("email"))), CONSTRAINT "user_language_known" CHECK ("language" IN ('fr', 'en')), CONSTRAINT "user_display_name_fits" CHECK (LENGTH("display_name") <= 80));
INSERT INTO "profiles_user" VALUES(1,'md5$9jCEr5VBlBqyUp6QbxJ0WW$6baba6b78486dc7f507b66865a243a2d','2026-11-23 14:30:42.445534',1,'ada@example.org','','fr',1,1,'2026-11-23 14:30:42.424119','f7f88f36277c49338fce4540b980c916',NULL);
CREATE TABLE "profiles_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "profiles_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "usersessions_usersession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "ip" char(39) NOT NULL, "last_seen_at" datetime NOT NULL, "session_key" varchar(40) NOT NULL UNIQUE, "user_agent" varchar(200) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "profiles_user" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "usersessions_usersession" VALUES(1,'2026-11-23 14:30:42.438466','192.0.2.77','2026-11-23 14:30:42.438472','xssajelvmvltyh1ahlhz6autq94olh29','mkq7.ada.usersession.user_agent~','{"mkq7.ada.usersession.data~": "na"}',1);
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE UNIQUE INDEX "profiles_user_groups_user_id_group_id_8abc21ba_uniq" ON "profiles_user_groups" ("user_id", "group_id");
CREATE INDEX "profiles_user_groups_user_id_4d7ad1f7" ON "profiles_user_groups" ("user_id");
CREATE INDEX "profiles_user_groups_group_id_352908a1" ON "profiles_user_groups" ("group_id");
CREATE UNIQUE INDEX "profiles_user_user_permissions_user_id_permission_id_d7ec8e00_uniq" ON "profiles_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "profiles_user_user_permissions_user_id_d22af5be" ON "profiles_user_user_permissions" ("user_id");
CREATE INDEX "profiles_user_user_permissions_permission_id_11ba56f0" ON "profiles_user_user_permissions" ("permission_id");
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE INDEX "assessment_catalogueversion_sha256_61522fb5" ON "assessment_catalogueversion" ("sha256");
CREATE INDEX "assessment_catalogueversion_published_by_id_b214d0d6" ON "assessment_catalogueversion" ("published_by_id");
CREATE TRIGGER catalogue_version_immutable BEFORE UPDATE OF number, document, sha256, published, note, codes ON assessment_catalogueversion BEGIN SELECT RAISE(ABORT, 'a published catalogue never changes'); END;
CREATE INDEX "assessment_draftimport_by_id_7e5566d6" ON "assessment_draftimport" ("by_id");
CREATE INDEX "assessment_cataloguechange_by_id_38435bf3" ON "assessment_cataloguechange" ("by_id");
CREATE INDEX "catalogue_change_of" ON "assessment_cataloguechange" ("section", "code");
CREATE INDEX "assessment_draftrole_extends_id_358c02a9" ON "assessment_draftrole" ("extends_id");
CREATE INDEX "assessment_draftsalary_grade_id_686e165c" ON "assessment_draftsalary" ("grade_id");
CREATE INDEX "assessment_draftsalary_role_id_a9a6d6c4" ON "assessment_draftsalary" ("role_id");
CREATE INDEX "assessment_draftskill_competency_id_8c6e5394" ON "assessment_draftskill" ("competency_id");
CREATE INDEX "assessment_draftskill_mission_id_62795f12" ON "assessment_draftskill" ("mission_id");
CREATE INDEX "assessment_draftrequirement_role_id_75c5d171" ON "assessment_draftrequirement" ("role_id");
CREATE INDEX "assessment_draftrequirement_skill_id_a7779d21" ON "assessment_draftrequirement" ("skill_id");
CREATE INDEX "assessment_uncounted_finished_25f79f85" ON "assessment_uncounted" ("finished");
CREATE INDEX "assessment_rollup_version_id_baa8aa1e" ON "assessment_rollup" ("version_id");
CREATE INDEX "assessment_assessment_version_id_259cc2fb" ON "assessment_assessment" ("version_id");
CREATE INDEX "assessment_assessment_owner_id_f75608f8" ON "assessment_assessment" ("owner_id");
CREATE INDEX "assessment_assessment_earlier_id_2bb7145a" ON "assessment_assessment" ("earlier_id");
CREATE INDEX "assessment_results" ON "assessment_assessment" ("version_id", "role", "grade", "language", "finished");
CREATE TRIGGER assessment_finished
        BEFORE UPDATE OF uuid, version_id, role, grade, answers, notes, started, finished ON assessment_assessment
        WHEN OLD.finished IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a finished assessment never changes'); END;
CREATE TRIGGER assessment_answers_insert BEFORE INSERT ON assessment_assessment
        WHEN json_type(NEW.answers) <> 'object' OR json_type(NEW.notes) <> 'object'
          OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk'))))
          OR EXISTS (SELECT 1 FROM json_each(NEW.notes) WHERE type <> 'text' OR length(value) > 2000)
        BEGIN SELECT RAISE(ABORT, 'not an answer or a note'); END;
CREATE TRIGGER assessment_answers_update BEFORE UPDATE OF answers, notes ON assessment_assessment
        WHEN json_type(NEW.answers) <> 'object' OR json_type(NEW.notes) <> 'object'
          OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk'))))
          OR EXISTS (SELECT 1 FROM json_each(NEW.notes) WHERE type <> 'text' OR length(value) > 2000)
        BEGIN SELECT RAISE(ABORT, 'not an answer or a note'); END;
CREATE INDEX "assessment_share_assessment_id_05b0ac2a" ON "assessment_share" ("assessment_id");
CREATE INDEX "assessment_secondview_assessment_id_15e30595" ON "assessment_secondview" ("assessment_id");
CREATE INDEX "assessment_secondview_rater_id_ef1f1287" ON "assessment_secondview" ("rater_id");
CREATE INDEX "assessment_planitem_assessment_id_c68070c9" ON "assessment_planitem" ("assessment_id");
CREATE TRIGGER assessment_title_insert BEFORE INSERT ON assessment_assessment WHEN length(NEW.title) > 80 BEGIN SELECT RAISE(ABORT, 'a longer title than fits'); END;
CREATE TRIGGER assessment_title_update BEFORE UPDATE OF title ON assessment_assessment WHEN length(NEW.title) > 80 BEGIN SELECT RAISE(ABORT, 'a longer title than fits'); END;
CREATE TRIGGER view_answers_insert BEFORE INSERT ON assessment_secondview WHEN json_type(NEW.answers) <> 'object' OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk')))) BEGIN SELECT RAISE(ABORT, 'not an answer'); END;
CREATE TRIGGER view_answers_update BEFORE UPDATE OF answers ON assessment_secondview WHEN json_type(NEW.answers) <> 'object' OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk')))) BEGIN SELECT RAISE(ABORT, 'not an answer'); END;
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');
CREATE INDEX "careerquiz_cache_expires" ON "careerquiz_cache" ("expires");
CREATE INDEX "profiles_event_at_ac1533a2" ON "profiles_event" ("at");
CREATE INDEX "profiles_event_subject_352c5ba6" ON "profiles_event" ("subject");
CREATE INDEX "profiles_event_about_id_f8e8cf43" ON "profiles_event" ("about_id");
CREATE INDEX "profiles_event_who_id_8c08744a" ON "profiles_event" ("who_id");
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE INDEX "usersessions_usersession_user_id_af5e0a6d" ON "usersessions_usersession" ("user_id");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',43);
INSERT INTO "sqlite_sequence" VALUES('django_content_type',28);
INSERT INTO "sqlite_sequence" VALUES('auth_permission',84);
INSERT INTO "sqlite_sequence" VALUES('auth_group',3);
INSERT INTO "sqlite_sequence" VALUES('account_emailaddress',2);
INSERT INTO "sqlite_sequence" VALUES('django_admin_log',1);
INSERT INTO "sqlite_sequence" VALUES('assessment_catalogueversion',2);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftrole',2);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftsalary',4);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftskill',32);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftrequirement',32);
INSERT INTO "sqlite_sequence" VALUES('auth_group_permissions',55);
INSERT INTO "sqlite_sequence" VALUES('assessment_rollup',2);
INSERT INTO "sqlite_sequence" VALUES('assessment_assessment',16);
INSERT INTO "sqlite_sequence" VALUES('assessment_share',2);
INSERT INTO "sqlite_sequence" VALUES('assessment_secondview',13);
INSERT INTO "sqlite_sequence" VALUES('assessment_planitem',1);
INSERT INTO "sqlite_sequence" VALUES('mfa_authenticator',1);
INSERT INTO "sqlite_sequence" VALUES('profiles_user',2);
INSERT INTO "sqlite_sequence" VALUES('assessment_cataloguechange',91);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftlevel',6);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftmission',5);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftcompetency',5);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftgrade',3);
INSERT INTO "sqlite_sequence" VALUES('account_emailconfirmation',1);
INSERT INTO "sqlite_sequence" VALUES('usersessions_usersession',1);
INSERT INTO "sqlite_sequence" VALUES('profiles_event',10);
INSERT INTO "sqlite_sequence" VALUES('assessment_draftimport',1);
COMMIT;
