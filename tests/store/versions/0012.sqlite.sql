BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO "alembic_version" VALUES('0012');
CREATE TABLE calendar_events (
	uid TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (uid)
)
 STRICT

;
CREATE TABLE contacts (
	member TEXT NOT NULL, 
	body TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	kept_block INTEGER, 
	PRIMARY KEY (member)
)
 STRICT

;
CREATE TABLE document_problems (
	id TEXT NOT NULL, 
	document_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "document_problems" VALUES('minted-not-approved-029e84d0f5e2',1,8,'{"code":"minted-not-approved","file":"archives/council/spending_proposal_categories.csv","line":8,"subject":"alexandria/7 amount_minted","what":"450000 tokens are recorded as minted for proposal 7, which is expired.","repair":"Look the proposal up on the chain; set the amount minted, or mend the status in the file.","target":{"kind":"spending-row","key":"alexandria/7","field":"amount_minted"}}');
INSERT INTO "document_problems" VALUES('duplicate-key-d59a3242c0ac',1,11,'{"code":"duplicate-key","file":"archives/council/spending_proposal_categories.csv","line":11,"subject":"alexandria/9 again 2","what":"Proposal alexandria/9 stands at this line and at line 10, which differs in amount_asked, amount_minted, usd.","repair":"Line 10 is kept until a person says which one is right; mend the file.","refused":true}');
INSERT INTO "document_problems" VALUES('alias-a92c16fb49ff',1,12,'{"code":"alias","file":"archives/council/spending_proposal_categories.csv","line":12,"subject":"alexandria/10 status","what":"The status is written ''Cancelled'', another spelling of ''canceled''.","repair":"Read as ''canceled''.","applied":true,"severity":"note"}');
INSERT INTO "document_problems" VALUES('mojibake-5a0ba6489eea',1,14,'{"code":"mojibake","file":"archives/council/spending_proposal_categories.csv","line":14,"subject":"alexandria/12 title","what":"The title ''Videos fÃ¼r den Hafen'' is damaged.","repair":"It was read again in the right encoding: ''Videos für den Hafen''.","applied":true,"severity":"note"}');
INSERT INTO "document_problems" VALUES('mojibake-f6579e168397',1,15,'{"code":"mojibake","file":"archives/council/spending_proposal_categories.csv","line":15,"subject":"alexandria/13 title","what":"The title ''Meetup \\x96 first report'' is damaged.","repair":"It was read again in the right encoding: ''Meetup – first report''.","applied":true,"severity":"note"}');
INSERT INTO "document_problems" VALUES('field-shifted-d853ab1fe253',1,17,'{"code":"field-shifted","file":"archives/council/spending_proposal_categories.csv","line":17,"subject":"alexandria/15 amount_asked","what":"The row has 11 cells where the table has 12 columns. The cell of amount_asked cannot be told.","repair":"Look the row up and set the field.","target":{"kind":"spending-row","key":"alexandria/15","field":"amount_asked"}}');
INSERT INTO "document_problems" VALUES('field-shifted-7b8d78e4e401',1,17,'{"code":"field-shifted","file":"archives/council/spending_proposal_categories.csv","line":17,"subject":"alexandria/15 amount_minted","what":"The row has 11 cells where the table has 12 columns. The cell of amount_minted cannot be told.","repair":"Look the row up and set the field.","target":{"kind":"spending-row","key":"alexandria/15","field":"amount_minted"}}');
INSERT INTO "document_problems" VALUES('field-shifted-5dd34d91e9f2',1,19,'{"code":"field-shifted","file":"archives/council/spending_proposal_categories.csv","line":19,"subject":"alexandria/17","what":"The row''s cells do not stand in their columns (see amount_asked, bounty).","repair":"Read in the only way in which every cell fits its column.","applied":true}');
INSERT INTO "document_problems" VALUES('amount-unparsable-5996ffab890a',1,21,'{"code":"amount-unparsable","file":"archives/council/spending_proposal_categories.csv","line":21,"subject":"alexandria/19 amount_asked","what":"The cell of amount_asked, ''2.000M'', is not one number.","repair":"Look the figure up and set it.","target":{"kind":"spending-row","key":"alexandria/19","field":"amount_asked"}}');
INSERT INTO "document_problems" VALUES('alias-404d78aac565',1,30,'{"code":"alias","file":"archives/council/spending_proposal_categories.csv","line":30,"subject":"antioch/43 category","what":"The category is written ''Report'', another spelling of ''Reports''.","repair":"Read as ''Reports''.","applied":true,"severity":"note"}');
INSERT INTO "document_problems" VALUES('alias-56045f140bdc',1,33,'{"code":"alias","file":"archives/council/spending_proposal_categories.csv","line":33,"subject":"antioch/46 status","what":"The status is written ''ExecutionFailed'', another spelling of ''execution-failed''.","repair":"Read as ''execution-failed''.","applied":true,"severity":"note"}');
INSERT INTO "document_problems" VALUES('spreadsheet-damage-2ac2aae88a82',1,37,'{"code":"spreadsheet-damage","file":"archives/council/spending_proposal_categories.csv","line":37,"subject":"antioch/50 exchange_rate","what":"The cell of exchange_rate is written ''0,0000236''.","repair":"It was read as 0.0000236: read the comma as decimal point.","applied":true}');
INSERT INTO "document_problems" VALUES('duplicate-key-669ad9da785d',1,39,'{"code":"duplicate-key","file":"archives/council/spending_proposal_categories.csv","line":39,"subject":"antioch/51 again 2","what":"Proposal antioch/51 stands at this line and at line 38, which is filled in.","repair":"Line 38 is kept.","applied":true}');
INSERT INTO "document_problems" VALUES('amount-not-rate-34c427c25700',1,47,'{"code":"amount-not-rate","file":"archives/council/spending_proposal_categories.csv","line":47,"subject":"antioch/59 usd","what":"6250000 tokens at 0.000024 USD make 150 USD; the row states 250 USD, more apart than rounding explains.","repair":"Check amount, rate and dollars against the proposal; set the one that is wrong.","target":{"kind":"spending-row","key":"antioch/59","field":"usd"}}');
INSERT INTO "document_problems" VALUES('spreadsheet-damage-2715bb024e48',1,48,'{"code":"spreadsheet-damage","file":"archives/council/spending_proposal_categories.csv","line":48,"subject":"antioch/60 usd","what":"The cell of usd, ''30-May'', holds a date, which a spreadsheet made of a number that can no longer be told.","repair":"Look the figure up and set it.","target":{"kind":"spending-row","key":"antioch/60","field":"usd"}}');
INSERT INTO "document_problems" VALUES('reimbursed-not-paid-a633f98b63c8',1,55,'{"code":"reimbursed-not-paid","file":"archives/council/spending_proposal_categories.csv","line":55,"subject":"antioch/67 reimbursed","what":"Proposal 67 is marked reimbursed, but it is expired and nothing was minted.","repair":"Clear the mark, or record what was paid.","target":{"kind":"spending-row","key":"antioch/67","field":"reimbursed"}}');
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	format TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (path)
)
 STRICT

;
INSERT INTO "documents" VALUES(1,'archives/council/spending_proposal_categories.csv','spending-csv','ef07cc162cacbee835667e682a1a9d086d8b07127fd9321f237480424cbcd312');
CREATE TABLE draft_texts (
	draft INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	newer TEXT, 
	person TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	PRIMARY KEY (draft, revision), 
	FOREIGN KEY(draft) REFERENCES drafts (number)
)
 STRICT

;
CREATE TABLE drafts (
	number INTEGER NOT NULL, 
	finding INTEGER NOT NULL, 
	part TEXT NOT NULL, 
	withdrawn_at TEXT, 
	withdrawn_why TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (finding, part), 
	FOREIGN KEY(finding) REFERENCES findings (number)
)
 STRICT

;
CREATE TABLE findings (
	number INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	body TEXT NOT NULL, 
	opened_at TEXT NOT NULL, 
	opened_block INTEGER, 
	changed_at TEXT NOT NULL, 
	closed_at TEXT, 
	closed_block INTEGER, 
	closed_why TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;
CREATE TABLE journal (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	person TEXT NOT NULL, 
	action TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	why TEXT NOT NULL, 
	body TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (digest)
)
 STRICT

;
INSERT INTO "journal" VALUES(1,'2026-12-01T02:10:49Z','ada_l','problem.dismiss','minted-not-approved-029e84d0f5e2','An example of a decision.','{"problem":{"applied":false,"code":"minted-not-approved","file":"archives/council/spending_proposal_categories.csv","line":8,"refused":false,"repair":"Look the proposal up on the chain; set the amount minted, or mend the status in the file.","severity":"warning","subject":"alexandria/7 amount_minted","target":{"field":"amount_minted","key":"alexandria/7","kind":"spending-row"},"what":"450000 tokens are recorded as minted for proposal 7, which is expired."},"schema":1,"value":""}','0000000000000000000000000000000000000000000000000000000000000000','cf803f3d818688177f5a05838ca64bc1d383427f6fe1ca81afde0ab636b31bdc');
CREATE TABLE leases (
	name TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	fence INTEGER NOT NULL, 
	expires_at TEXT NOT NULL, 
	PRIMARY KEY (name)
)
 STRICT

;
CREATE TABLE live_lists (
	list TEXT NOT NULL, 
	source TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	height INTEGER, 
	read_at TEXT NOT NULL, 
	newest_cursor TEXT, 
	turn_cursor TEXT, 
	turn_began_at TEXT, 
	turn_compared INTEGER NOT NULL, 
	whole_at TEXT, 
	failure TEXT NOT NULL, 
	PRIMARY KEY (list)
)
 STRICT

;
CREATE TABLE live_sources (
	source TEXT NOT NULL, 
	address TEXT NOT NULL, 
	chain TEXT, 
	height INTEGER, 
	height_at TEXT, 
	read_at TEXT, 
	lower_bound INTEGER NOT NULL, 
	spec_version INTEGER, 
	failure TEXT NOT NULL, 
	failed_at TEXT, 
	PRIMARY KEY (source)
)
 STRICT

;
CREATE TABLE outbox (
	number INTEGER NOT NULL, 
	draft INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	state TEXT NOT NULL, 
	queued_at TEXT NOT NULL, 
	not_before TEXT, 
	tries INTEGER NOT NULL, 
	claim TEXT, 
	claimed_at TEXT, 
	settled_at TEXT, 
	receipt TEXT NOT NULL, 
	why TEXT NOT NULL, 
	request TEXT, 
	extrinsic TEXT, 
	said TEXT, 
	looked TEXT, 
	PRIMARY KEY (number), 
	UNIQUE (draft, revision)
)
 STRICT

;
CREATE TABLE outbox_parts (
	item INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	state TEXT NOT NULL, 
	receipt TEXT NOT NULL, 
	PRIMARY KEY (item, number), 
	FOREIGN KEY(item) REFERENCES outbox (number)
)
 STRICT

;
CREATE TABLE published_tables (
	name TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	description TEXT NOT NULL, 
	headings TEXT NOT NULL, 
	row_count INTEGER NOT NULL, 
	as_of TEXT, 
	PRIMARY KEY (name)
)
 STRICT

;
INSERT INTO "published_tables" VALUES('terms',0,'Council terms','Every council term: its blocks and dates, council, proposals, money, validators, members, content and forum.','[{"name": "network", "description": "Label of the network, as the report''s place or title has it.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain on which term numbers are unique: antioch, sumer and giza are one, alexandria and babylon another.", "source": "the network''s label", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term (\"Council session\"). Not the election round and not the KPI round, unless term_numbering says so.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "term_numbering", "description": "What the number in term is: a council term; or, where no source names one, as on the earliest networks, the election round of the chain, or a council number of which the report does not say what it counts.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "election_round", "description": "Election round of the chain that the council report names for this council, else the KPI document of the term.", "source": "council report, else KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "kpi_round", "description": "KPI round of Jsgenesis that a report of the term names; else that of the KPI document that starts within 14,400 blocks of the term, or, where no blocks are printed, names its election round. Never assumed to be the term''s own number.", "source": "tokenomics report, else council report, else KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "results_round", "description": "Round of the election results file that seated this council, in that file''s numbering: the end it gives of the term before lies at most 28,800 blocks after this term''s first block, and no other term''s report has more of its members and stakes.", "source": "election results file", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "start_block", "description": "First block of the term, as printed.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "end_block", "description": "Last block of the term, as printed; older reports print the first block of the next term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "started_at", "description": "Moment of the first block, or only its day.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "ended_at", "description": "Moment of the last block, or only its day.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "seconds", "description": "Length of the term as printed.", "source": "tokenomics report", "audience": "public", "unit": {"name": "seconds", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "block_time", "description": "Average time of one block over the term, as printed.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "seconds", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "seats", "description": "Members of the council. Without a tokenomics report: rows of the council report, else seats of the results file.", "source": "tokenomics report, else council report, else election results file", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applicants", "description": "Applicants in the election that seated this council.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applicant_stake", "description": "Stake of those applicants, as printed. Many reports print less than the members'' own stake: there it cannot be all.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "votes", "description": "Votes in the election that seated this council, as printed; whether cast or revealed is not said.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "proposals", "description": "Proposals made in the term. From a dump only where its numbers prove that none is missing.", "source": "tokenomics report, else council report, else chain dump, else the hand-made leaderboard", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "proposals_approved", "description": "Proposals approved in the term, also those made earlier: it may exceed the proposals made. A failed execution counts as approved. From a dump only where none can be missing.", "source": "tokenomics report, else council report, else chain dump, else the hand-made leaderboard", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "issuance_start", "description": "Total issuance at the first block of the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "issuance_end", "description": "Total issuance at the last block of the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "issuance_change", "description": "Change of the total issuance: issuance_end less issuance_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "issuance_change_percent", "description": "Change of the total issuance in percent of issuance_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "burned", "description": "Tokens burned in the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "spending_executed", "description": "Tokens paid by executed spending proposals in the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "bounties_paid", "description": "Tokens paid for community bounties in the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "validator_rewards", "description": "Tokens paid to validators in the term; on the main network what the eras pay that ended in the term, claimed or not.", "source": "tokenomics report, else council report, else the hand-made leaderboard; chain", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_rewards", "description": "Tokens paid to the members of the council for their seats in the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_spent", "description": "What the council cost in the term by the row Council of later reports: all that its mint issued, its members'' pay and the spending proposals in one sum.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_minted_start", "description": "Tokens minted for the council since the chain began at the first block of the term.", "source": "tokenomics or council report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_minted_end", "description": "Tokens minted for the council since the chain began at the last block of the term.", "source": "tokenomics or council report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_minted_change", "description": "Tokens minted for the council in the term: council_minted_end less council_minted_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_budget_start", "description": "Budget of the council as the chain stored it; just before the first block at the first block of the term.", "source": "chain; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_budget_end", "description": "Budget of the council as the chain stored it; just before the first block at the last block of the term.", "source": "chain; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_budget_change", "description": "Change of the council''s budget: council_budget_end less council_budget_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "usd_pool_start", "description": "Fiat pool behind the tokens at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_pool_end", "description": "Fiat pool behind the tokens at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_pool_change", "description": "Change of the fiat pool: usd_pool_end less usd_pool_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_pool_change_percent", "description": "Change of the fiat pool in percent of usd_pool_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "rate_start", "description": "Dollars for a million tokens at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "USD per million tokens", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "rate_end", "description": "Dollars for a million tokens at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "USD per million tokens", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "rate_change_percent", "description": "Change of the rate in percent of rate_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "validators_start", "description": "Validators at the first block of the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validators_end", "description": "Validators at the last block of the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validator_limit_start", "description": "Validators allowed at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validator_limit_end", "description": "Validators allowed at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validator_stake_start", "description": "Stake of all validators at the first block of the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "validator_stake_end", "description": "Stake of all validators at the last block of the term.", "source": "tokenomics report, else council report, else the hand-made leaderboard", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "validator_stake_share", "description": "validator_stake_end in percent of issuance_end, rounded to 0.01.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "members_start", "description": "Members of the network at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_end", "description": "Members of the network at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_start", "description": "Channels at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_end", "description": "Channels at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "uploads_start", "description": "Uploads at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "uploads_end", "description": "Uploads at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "content_bytes_start", "description": "Size of all content at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "content_bytes_end", "description": "Size of all content at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "content_bytes_rounded", "description": "Whether the sizes are known only to 0.01 MB (printed MB times 1,048,576) rather than to the byte.", "source": "tokenomics report", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "categories_start", "description": "Forum categories at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "categories_end", "description": "Forum categories at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_start", "description": "Forum threads at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_end", "description": "Forum threads at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_start", "description": "Forum posts at the first block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_end", "description": "Forum posts at the last block of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of every document on the term; figures are from the first unless figures_from says otherwise.", "source": "the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "figures_from", "description": "File and line of each figure that does not stand in the first document.", "source": "the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('elections',1,'Elections','Every election that led to a known council: rounds, applicants, votes, seats and stakes; on the main network also those that failed, or that run. A restarted or failed election of a testnet is in no archive.','[{"name": "network", "description": "Label of the network.", "source": "table terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain of the election.", "source": "table terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "cycle_id", "description": "Number of the chain''s election cycle; a failed one has its own. The testnets had none.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "election_round", "description": "Election round of the chain, as the council report names it; see seats where no report does.", "source": "council report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "results_round", "description": "Round as the election results file numbers it.", "source": "election results file", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "council_term", "description": "Council term that the election led to; empty where no report covers it.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "announcing_start", "description": "First block of announcing.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "voting_start", "description": "First block of voting.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "revealing_start", "description": "First block of revealing.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "ended_block", "description": "Block at which the elected council was seated: the first of its term. Empty for a testnet''s first council; of a failed election the block at which announcing began anew.", "source": "table terms", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "candidates", "description": "Applicants, as the tokenomics report of the term prints them: those of the election that seated the term''s council. The votes listed for its winners never exceed the votes printed with them; those of the next election do. On the main network: members who did not withdraw, or withdrew and announced again.", "source": "table terms, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "candidates_stake", "description": "Stake of the applicants, as the tokenomics report of the term prints it. Many reports print less than stake_of_winners: there it cannot be all of it.", "source": "table terms, query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "withdrawn", "description": "Members who withdrew and did not announce again; they are not among the candidates.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "seats", "description": "Seats filled: as reported, else the seats listed.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes", "description": "Votes as the tokenomics report of the term prints them; it does not say whether they were cast or revealed. On the main network those cast.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_cast", "description": "Votes cast. Empty for the testnets: see votes.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_revealed", "description": "Votes revealed. Empty for the testnets: see votes and votes_for_winners.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "stake_cast", "description": "Stake of the votes cast.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "stake_revealed", "description": "Stake of the votes revealed.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "reveal_rate", "description": "votes_revealed in percent of votes_cast; empty before the election is over.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "votes_for_winners", "description": "Votes that the results file lists for those who won a seat; on the main network those revealed for them.", "source": "election results file, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "stake_of_winners", "description": "Own stake of those who won a seat, where it is known of all of them.", "source": "table seats", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "stake_for_winners", "description": "Stake that voted for those who won a seat, where it is known of all of them.", "source": "table seats", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "outcome", "description": "elected, where a council was seated; failed; running. No archive records a failed election.", "source": "table terms, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "failure_reason", "description": "Why an election failed and announcing began anew: not-enough-candidates or new-council-not-elected, as the chain says.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "source", "description": "File and line of the documents on the election, or list, key and block.", "source": "the archive, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('candidates',2,'Candidates','Who stood in each election, and with which outcome: stood, withdrew, won or lost. The archives name only those who won a seat; how many stood with them is in elections. On the main network every candidacy is a row.','[{"name": "network", "description": "Label of the network.", "source": "table seats; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain of the election.", "source": "table seats; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "cycle_id", "description": "Number of the chain''s election cycle. The testnets had none.", "source": "query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "election_round", "description": "Election round of the chain, where it is known.", "source": "table seats; query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "results_round", "description": "Round as the election results file numbers it.", "source": "table seats; query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "council_term", "description": "Council term that the election led to; a failed election led to none.", "source": "table seats; query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "member_id", "description": "Member id of the candidate.", "source": "table seats; query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Handle as stated.", "source": "table seats; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "outcome", "description": "won or lost, where a council was seated; withdrew; stood, where the election failed, runs, or its outcome is unknown.", "source": "table seats; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "own_stake", "description": "Stake of the candidate.", "source": "table seats; query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "votes", "description": "Votes for the candidate that the results file lists; on the main network those revealed, once the election is over.", "source": "election results file, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "stake_received", "description": "Stake of those votes.", "source": "table seats; query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "announced_at", "description": "Moment of the announcement.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "counted", "description": "Whether this is the member''s last candidacy in the election: who withdraws and announces again has two rows and stood once, with the last one.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "source", "description": "File and line of every source, or list, key and block.", "source": "the archive, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('seats',3,'Council seats','Every known seat of every council: who sat, with which stake of whom behind them. Ordered by member id.','[{"name": "network", "description": "Label of the network; of a seat outside every known term, only where the terms on both sides share it.", "source": "election results file, else council report, else the hand-made leaderboard; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain of the seat. A results file does not name it: it is the chain whose terms its rounds end.", "source": "election results file, else council report, else the hand-made leaderboard; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "election_round", "description": "Election round as the council report of the term names it. Without a report it is known only between two reported terms whose election rounds and results rounds are equally far apart; else empty.", "source": "council report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "results_round", "description": "Round as the election results file numbers it.", "source": "election results file", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "term", "description": "Council term. Of a results round whose term no report covers, it is known where its block lies between two reported terms whose numbers are two apart; else empty.", "source": "council or tokenomics report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "member_id", "description": "Member id as stated; where only a handle is stated, the one id known with it on that chain.", "source": "election results file, else council report, else the hand-made leaderboard; query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Handle as stated, without the at sign.", "source": "election results file, else council report, else the hand-made leaderboard; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "own_stake", "description": "Stake of the member.", "source": "election results file, else council report; query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "backers", "description": "Votes behind the member that the results file lists; empty where only a report has the seat. On the main network those revealed.", "source": "election results file, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "backers_stake", "description": "Stake of those votes, that of Jsgenesis included.", "source": "election results file, else council report; query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "jsg_stake", "description": "Part of backers_stake that Jsgenesis voted with.", "source": "election results file", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "total_stake", "description": "Total stake as stated; where only a report has the seat, own_stake plus backers_stake.", "source": "election results file, else council report; query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "votes_cast", "description": "Votes on proposals that the member cast in the term, of every kind, as printed.", "source": "council report, else the hand-made leaderboard; query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of every source of the seat, or list, key and block; the one that counts first.", "source": "the archive, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('council-members',4,'Council members','Everyone who held a known seat, over all seats of one chain, ordered by member id; not a ranking. The archives print votes cast, not who could still vote: what needs that is empty on testnets. On the main network it is counted from the history of every proposal.','[{"name": "chain", "description": "Chain of the seats.", "source": "table seats", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "member_id", "description": "Member id on that chain; empty where no source states it.", "source": "table seats", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Newest handle that a source gives with the member id.", "source": "member dump, council reports, election results file, KPI files, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "other_handles", "description": "Older handles of the same member id, oldest first.", "source": "member dump, council reports, election results file, KPI files, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "terms_served", "description": "Councils with a known seat. Councils that no source covers are not in it.", "source": "table seats", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "terms_on_all_chains", "description": "Councils with a known seat on all chains, of members with this handle. A handle is no proof of one person, and member ids of two chains are different numbers: rows stay apart. Empty where one chain has two members of that handle.", "source": "table seats", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "first_term", "description": "First council term with a known seat; a seat whose term is not known does not count here.", "source": "table seats", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "last_term", "description": "Last council term with a known seat; a seat whose term is not known does not count here.", "source": "table seats", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "first_election_round", "description": "Election round of the first seat whose round is known.", "source": "table seats", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "last_election_round", "description": "Election round of the last seat whose round is known.", "source": "table seats", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "longest_run", "description": "Longest known run of consecutive councils: terms, election rounds or results rounds one apart. A council that no source covers ends a run, so the true one may be longer.", "source": "table seats", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_cast", "description": "Votes on proposals over the terms whose report prints them, or whose votes the query node lists (terms_with_votes), added up.", "source": "table seats", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "terms_with_votes", "description": "Terms whose votes are in votes_cast; on the main network empty where votes_cast is.", "source": "table seats", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_listed", "description": "Times that a report names the member among the participants of a proposal, once for each council that voted on it. Terms without such a report are not in it; empty where no proposal of the member''s councils names anybody. On the main network every vote of the member.", "source": "proposal blocks of the council reports; on the main network the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_eligible", "description": "Voting rounds in which the member voted, plus those missed: ended by expiry or change of council while the member sat for the last 14,400 blocks or the whole length. Empty unless the sources state for every round who could vote; the testnet reports do not. On the main network over the rounds that have ended: 0 where it is proven that none of the member''s time has.", "source": "proposal blocks of the council reports; on the main network the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "vote_rate", "description": "Rounds voted in, in percent of votes_eligible; empty below 5 eligible votes.", "source": "proposal blocks of the council reports; on the main network the query node", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "closed_before_voting", "description": "Voting rounds that others ended before the member voted: by deciding, canceling or vetoing the proposal. Empty where votes_eligible is not known.", "source": "proposal blocks of the council reports; on the main network the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "response_blocks_median", "description": "Median of blocks from the start of a voting round to the member''s vote, over the votes whose block is known. Empty where votes_eligible is not known. The testnet reports print no blocks.", "source": "proposal blocks of the council reports; on the main network the query node", "audience": "public", "unit": {"name": "blocks", "type": "decimal", "cell_format": "#,##0.0", "width": 12}}, {"name": "rationale_given", "description": "Votes with a rationale. The testnets recorded none.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "proposals_made", "description": "Different proposals that a dump or the query node gives with the member id, or, where no dump names its proposer, a report with the handle. Empty where no proposer of the chain is known.", "source": "chain dump, query node, else council reports", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "kpi_usd", "description": "Dollars earned by KPIs over all rounds of the earnings files. Empty without a record, or when one cannot be read.", "source": "KPI earnings file", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "kpi_tokens", "description": "Tokens earned by KPIs over all rounds of the earnings files. Empty without a record, or when one cannot be read.", "source": "KPI earnings file", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "source", "description": "File and line of the first source of every seat.", "source": "the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('members',5,'Members','Every member of the member dumps, and of the main network those whom other facts name: handle, registration and accounts; nothing of their profile.','[{"name": "chain", "description": "Chain of the membership.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "member_id", "description": "Number of the member.", "source": "member dump, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Handle of the member.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "registered_block", "description": "Block of registration.", "source": "member dump, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "registered_at", "description": "Moment of registration.", "source": "member dump, query node", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "entry", "description": "How the membership was made, in the words of the source.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "suspended", "description": "Whether the membership is suspended.", "source": "member dump, query node", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "root_account", "description": "Root account of the membership.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "controller_account", "description": "Controller account of the membership.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "source", "description": "File and line of the member.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('proposals',6,'Proposals','Every proposal: who made it, when, with which votes, what came of it and how long it took.','[{"name": "chain", "description": "Chain under which the number is unique.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "number", "description": "Number of the proposal on its chain.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "network", "description": "Network at the block of creation: that of the term holding the block, or of the terms on both sides of it, else that of the first report.", "source": "reports on terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "title", "description": "Title, from the dump if it is there.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "type", "description": "Type of the proposal as reports print it, or the chain''s own word; dumps have none.", "source": "council report, the last one that settles the proposal; query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "proposer_id", "description": "Member id of who made it; where no dump has it, the only id that sources on that chain give the handle.", "source": "chain dump of proposalsEngine.proposals, query node, else member dumps, council reports, election results and KPI files", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "proposer", "description": "Handle of who made it, from the reports, else the handle of the member id in a member dump, else the only handle that other sources on that chain give the id.", "source": "council report, the last one that settles the proposal; query node, else member dumps, council reports, election results and KPI files", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "created_block", "description": "Block of its creation.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "finalised_block", "description": "Block at which it was finalised: on the main network that of the last decision on it, empty while it is not finished.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "outcome", "description": "executed, execution-failed, rejected, slashed, expired, canceled or vetoed; passed-on, pending or active where no source knows the end. On the main network passed-on waits for the next council, pending for its execution.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "failure", "description": "Why the execution failed.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "approvals", "description": "Votes to approve, in the last voting round.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "rejections", "description": "Votes to reject, in the last voting round.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "abstentions", "description": "Abstentions, in the last voting round.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "slashes", "description": "Votes to slash, in the last voting round.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "blocks_to_finalise", "description": "finalised_block less created_block; where the dump lacks them, as the report prints it.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "blocks", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "term", "description": "Council term that holds the block of creation; without a block or a term, the first term that reports it.", "source": "reports on terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "amount", "description": "Tokens asked for, where the report prints one number; on the main network the sum of a funding request, or the change of a group''s budget, negative where it is taken away.", "source": "council report, the last one that settles the proposal; query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "approval_quorum", "description": "Share of the council that must vote before it can be approved.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "approval_threshold", "description": "Share of the votes that must approve.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "slashing_quorum", "description": "Share of the council that must vote before it can be slashed.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "slashing_threshold", "description": "Share of the votes that must slash.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "voting_period", "description": "Blocks in which the council may vote on it.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "blocks", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "grace_period", "description": "Blocks between its approval and its execution.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "blocks", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "required_stake", "description": "Tokens its proposer must stake.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "participants", "description": "Handles that the reports or the query node list as having voted, each term in brackets before its handles. On the main network empty where a vote has no known voter, round or term, or the members were not read.", "source": "council reports, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "status", "description": "The query node''s own word for its state: deciding, gracing, dormant, executed, canceled-by-runtime, and so on.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "voting_rounds", "description": "Councils that voted on it: a proposal that more than one must approve has several rounds.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "ended_by", "description": "How its last voting round ended: decided, expired, canceled, vetoed or council-change (the chain rejects what is open when a council is elected); open while it can be voted on.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "executed_block", "description": "Block of its execution, also of one that failed.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "source", "description": "Every file and line that states the proposal, or list, key and block.", "source": "chain dump, query node, else the last council report that settles the proposal", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('proposal-types',7,'Proposal types','How many proposals of each type were made on each chain, how they ended and how long they took.','[{"name": "chain", "description": "Chain of the proposals.", "source": "the proposals table", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "type", "description": "Type as reports print it, or the chain''s own word; empty where no source states it.", "source": "the proposals table", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "made", "description": "Number of proposals.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "executed", "description": "Approved and executed.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "execution_failed", "description": "Approved, but the execution failed.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "rejected", "description": "Rejected by votes.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "slashed", "description": "Rejected, and the proposer''s stake slashed.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "expired", "description": "Expired without enough votes.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "canceled", "description": "Canceled by the proposer.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "vetoed", "description": "Vetoed.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "end_unknown", "description": "Passed on to the next council, pending or active in the last source that names them, or without any outcome.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "blocks_to_finalise_median", "description": "Median of blocks_to_finalise over the proposals that have it, canceled ones left out; exact, so it may end in .5.", "source": "the proposals table", "audience": "public", "unit": {"name": "blocks", "type": "decimal", "cell_format": "#,##0.0", "width": 12}}, {"name": "tokens_executed", "description": "Sum of the amounts known of executed proposals; empty when none is known. A group''s budget may also be lowered.", "source": "the proposals table", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "amounts_known", "description": "Number of executed proposals whose amount is known and is in that sum.", "source": "the proposals table", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "First file and line that states one of them, or list, key and block.", "source": "the proposals table", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('proposal-threads',8,'Proposal threads','Every discussion thread of a proposal: when it was made, by whom, and for which proposal.','[{"name": "chain", "description": "Chain of the thread.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "thread_id", "description": "Number of the thread; not the number of the proposal.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the thread.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "proposal", "description": "Number of the only dumped proposal made at the same block with the same title; on the main network as it states.", "source": "chain dump of proposalsDiscussion.threadById, query node beside proposals", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "created_block", "description": "Block of its creation.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "created_at", "description": "Moment of its creation.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "author_id", "description": "Member id of who made it.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "source", "description": "File and line of the thread.", "source": "chain dump of proposalsDiscussion.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('groups',9,'Working groups','Every working group in every term: workers, stake, tokens minted and spent; on the main network who came and went.','[{"name": "chain", "description": "Chain of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "network", "description": "Label of the network.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "group", "description": "The group under one name for all reports; on the main network the name people use.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "label", "description": "The report''s own name for the group, or the chain''s.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "workers_start", "description": "Workers at the first block of the term; on the main network just before it.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "workers_end", "description": "Workers at the last block of the term.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "workers_hired", "description": "Workers hired in the term, the lead included; of the sitting council''s term so far.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "workers_left", "description": "Workers who left or were terminated in the term.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "stake_start", "description": "Stake of all workers at the first block.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "stake_end", "description": "Stake of all workers at the last block.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "minted_start", "description": "Tokens the group''s mint had minted by the first block.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "minted_end", "description": "Tokens the group''s mint had minted by the last block.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "minted_in_term", "description": "Tokens minted in the term: minted_end less minted_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "spent", "description": "Tokens paid to the group in the term, as the report''s overview prints it; on the main network rewards and spending together.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "budget_start", "description": "Budget of the group just before the first block of the term, as the chain stored it. Empty on testnets, whose groups had mints.", "source": "chain; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "budget_end", "description": "Budget of the group at the last block of the term, as the chain stored it. Empty on testnets, whose groups had mints.", "source": "chain; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "rewards_paid", "description": "Rewards paid to the group''s workers in the term. Exact on the main network; empty where it was not read, and on testnets.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "budget_spent", "description": "What the lead paid out of the group''s budget in the term, rewards not included. Exact on the main network; empty where it was not read, and on testnets.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "budget_granted", "description": "What proposals added to the group''s budget in the term, less what they took away. Exact on the main network; empty where it was not read, and on testnets.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "budget_funded", "description": "What members gave to the group''s budget in the term. Exact on the main network; empty where it was not read, and on testnets.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "source", "description": "File and line of the group in the report, or list, key and block of everything added up.", "source": "the archive, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('budgets',10,'Budgets','The budgets of the council and of every working group of the main network from one known balance on the chain to the next: the balance before, what each kind of event added or took, what no event explains, and the balance after. The amounts of one budget and span but the last add up to the last.','[{"name": "chain", "description": "Chain.", "source": "chain and query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term that the last block lies in.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "budget", "description": "council, or the name of the group that people use.", "source": "chain and query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "from_block", "description": "Block after which it was as the opening says; 0 is genesis.", "source": "chain and query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "to_block", "description": "Block after which it was as the closing says.", "source": "chain and query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "part", "description": "opening, the name of a kind of event, unexplained, or closing. budget-set is what the balance changed by where it was set and nothing else tells of it.", "source": "chain and query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "events", "description": "Events of that kind in between, none of which is left out; empty for what is no event.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "amount", "description": "Tokens; below zero what was taken. Empty where an event of that kind cannot be read, and for unexplained where any.", "source": "chain and query node", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "source", "description": "List, key and block of both balances.", "source": "chain and query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('workers',11,'Workers','Every worker of every working group in every term, with rewards as the reports print them; on the main network every one in office at any time of the term.','[{"name": "chain", "description": "Chain of the term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "network", "description": "Label of the network.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term.", "source": "tokenomics report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "group", "description": "The group under one name for all reports.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "worker_id", "description": "Number of the worker in the group; not a member id. The first reports of Antioch list no numbers.", "source": "tokenomics report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Handle as printed, or that of the member.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "member_id", "description": "The one member id that other sources of the chain give with the handle; empty when there is none or several.", "source": "member dump, council reports, election results file, KPI files", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "account", "description": "Account of the role, which the first reports of Antioch list in the place of numbers and rewards.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "status", "description": "Status as printed; on the main network active, leaving, left or terminated, at the end of the term or now. Empty where it cannot be told of that time.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "tokens_per_block", "description": "Reward for each block, printed as whole tokens; on the main network the present one, in the sitting council''s term only.", "source": "tokenomics report", "audience": "public", "unit": {"name": "tokens", "type": "decimal", "cell_format": "#,##0.00", "width": 16}}, {"name": "millions_in_term", "description": "Reward paid in the term, printed to 0.1 million.", "source": "tokenomics report", "audience": "public", "unit": {"name": "million tokens", "type": "decimal", "cell_format": "#,##0.0", "width": 12}}, {"name": "millions_total", "description": "Reward paid since the worker was hired, printed to 0.1 million.", "source": "tokenomics report", "audience": "public", "unit": {"name": "million tokens", "type": "decimal", "cell_format": "#,##0.0", "width": 12}}, {"name": "paid_in_term", "description": "Rewards paid in the term, exact.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "paid_total", "description": "Rewards paid from the first to the end of this term, exact.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "lead", "description": "Whether the worker leads the group, as the query node has it now.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "source", "description": "File and line of the worker in the report, or list, key and block.", "source": "the archive, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('openings',12,'Openings','Every opening of every working group of the main network in the order it was made, with its applications counted by what came of them; then those that a group has announced for later.','[{"name": "chain", "description": "Chain of the group.", "source": "here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term in which the opening was made; 0 before the first council. Empty for one announced for later.", "source": "query node: the block of the opening among those of the elected councils", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "group", "description": "What people call the group.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "opening_id", "description": "Number of the opening in the group.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "type", "description": "Regular, or leader: for the group''s lead.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "title", "description": "Title that the group gave it.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "status", "description": "Open, filled, cancelled, or announced for later.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "made_block", "description": "Block at which it was made.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "made_at", "description": "When it was made or announced.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "ended_block", "description": "Block at which it was filled or cancelled.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "ended_at", "description": "When it was filled or cancelled.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "expected_start", "description": "When one announced for later is to open, as the group says.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "expected_end", "description": "When it is to end, as the group says.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "stake", "description": "Stake that an applicant needs.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "unstaking_period", "description": "Blocks for which the stake of who leaves stays locked.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "blocks", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "tokens_per_block", "description": "Reward offered for each block.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "tokens", "type": "decimal", "cell_format": "#,##0.00", "width": 16}}, {"name": "hiring_limit", "description": "How many the group means to hire, as it says.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applications", "description": "Applications to it, whatever came of them. Empty where not all are known, and where nobody can apply yet.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applications_pending", "description": "Applications that wait for an answer.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applications_accepted", "description": "Applications accepted: these were hired.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applications_rejected", "description": "Applications not accepted when it was filled.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applications_withdrawn", "description": "Applications taken back by the applicant.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "applications_cancelled", "description": "Applications void because the opening was cancelled.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "List, key and block of the opening, then of the first of its applications.", "source": "query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('growth',13,'Growth','Members, content, forum and validators at both ends of every term, with the change worked out; never the reports'' own percentages.','[{"name": "network", "description": "Label of the network.", "source": "table terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain of the term.", "source": "table terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "ended_at", "description": "Moment of the last block, or only its day.", "source": "table terms", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "members_start", "description": "Members at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_end", "description": "Members at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_change", "description": "members_end less members_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_change_percent", "description": "members_change in percent of members_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "channels_start", "description": "Channels at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_end", "description": "Channels at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_change", "description": "channels_end less channels_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_change_percent", "description": "channels_change in percent of channels_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "uploads_start", "description": "Uploads at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "uploads_end", "description": "Uploads at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "uploads_change", "description": "uploads_end less uploads_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "uploads_change_percent", "description": "uploads_change in percent of uploads_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "content_bytes_start", "description": "Size of all content at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "content_bytes_end", "description": "Size of all content at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "content_bytes_change", "description": "content_bytes_end less content_bytes_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "content_bytes_change_percent", "description": "content_bytes_change in percent of content_bytes_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "categories_start", "description": "Forum categories at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "categories_end", "description": "Forum categories at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "categories_change", "description": "categories_end less categories_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "categories_change_percent", "description": "categories_change in percent of categories_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "threads_start", "description": "Forum threads at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_end", "description": "Forum threads at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_change", "description": "threads_end less threads_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_change_percent", "description": "threads_change in percent of threads_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "posts_start", "description": "Forum posts at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_end", "description": "Forum posts at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_change", "description": "posts_end less posts_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_change_percent", "description": "posts_change in percent of posts_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "validators_start", "description": "Validators at the first block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validators_end", "description": "Validators at the last block of the term.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validators_change", "description": "validators_end less validators_start.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validators_change_percent", "description": "validators_change in percent of validators_start, rounded to 0.01. Empty where the start is zero or unknown.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "members_made", "description": "Memberships made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_made", "description": "Channels made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "videos_made", "description": "Videos made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "uploads_made", "description": "Stored objects made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "categories_made", "description": "Forum categories made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_made", "description": "Forum threads made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_made", "description": "Forum posts made in the term by the chain''s own counter: what was deleted since is in it. Empty on testnets.", "source": "table terms", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "content_bytes_rounded", "description": "Whether the sizes are known only to 0.01 MB (printed MB times 1,048,576) rather than to the byte.", "source": "table terms", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "source", "description": "File and line of every document the figures are from.", "source": "the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('growth-snapshots',14,'Growth snapshots','Totals of the main network at the moments at which they were taken. Rows are deleted in the query node, so that the past can only be remembered: a day without a snapshot has no row.','[{"name": "chain", "description": "Chain of the totals.", "source": "query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "at", "description": "Moment of the block.", "source": "query node", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "block", "description": "Block the totals are of.", "source": "query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "term", "description": "Council term that the block lies in; empty before the first one, or where the terms are not known.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "members", "description": "Members.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_bought", "description": "Memberships bought so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_invited", "description": "Memberships by invitation so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_gifted", "description": "Memberships given as a gift so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "members_created", "description": "Memberships made by the membership group so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels", "description": "Channels that there are; those deleted before are not in it.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "channels_with_videos", "description": "Channels with a video.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "videos", "description": "Videos that there are.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "nfts", "description": "Videos made tokens so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "nft_sales", "description": "Sales of such tokens so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "data_objects", "description": "Stored objects: media, pictures and subtitles.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "stored_bytes", "description": "Size of all stored objects, each counted once.", "source": "query node", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "bags", "description": "Bags the objects are stored in.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "buckets", "description": "Storage buckets.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "bucket_bytes", "description": "Size of what the buckets hold, replicas counted.", "source": "query node", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "bucket_limit", "description": "Size of what the buckets have room for.", "source": "query node", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "threads", "description": "Forum threads.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts", "description": "Forum posts.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "proposals", "description": "Proposals made so far.", "source": "query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "List, key and block.", "source": "query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('past-states',15,'Past states','What the chain stored at the borders of the main network''s council terms, read at those very blocks: a term is what changed between two of them.','[{"name": "chain", "description": "Chain.", "source": "chain", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "block", "description": "Block after which it is so.", "source": "chain", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "term_ended", "description": "Council term of which it is the last block.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "term_begins", "description": "Council term that begins with the next block.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "spec_version", "description": "Version of the runtime that wrote the state.", "source": "chain", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "issuance", "description": "All tokens in existence.", "source": "chain", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "council_budget", "description": "Budget of the council.", "source": "chain", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "groups_budget", "description": "Budgets of all working groups together; empty where one of them is not known.", "source": "chain", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "validators", "description": "Validators in office.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "validator_stake", "description": "Stake of all validators in that era.", "source": "chain", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "next_member_id", "description": "Members.NextMemberId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "next_channel_id", "description": "Content.NextChannelId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "next_video_id", "description": "Content.NextVideoId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "next_data_object_id", "description": "Storage.NextDataObjectId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "next_category_id", "description": "Forum.NextCategoryId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "next_thread_id", "description": "Forum.NextThreadId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "next_post_id", "description": "Forum.NextPostId: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "proposal_count", "description": "ProposalsEngine.ProposalCount: what was ever made, also what was deleted since, by the number the next one gets or by count.", "source": "chain", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "List, key and block.", "source": "chain", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('forum',16,'Forum by term','The forum in every term: categories, threads and posts as reported, threads and posts made as dumped.','[{"name": "chain", "description": "Chain of the term.", "source": "reports on terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "network", "description": "Network as the reports label it.", "source": "reports on terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term.", "source": "reports on terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "categories_start", "description": "Number of categories at the start of the term, as printed; on the main network all made by then.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "categories_end", "description": "Number of categories at the end of the term, as printed; on the main network all made by then.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_start", "description": "Number of threads at the start of the term, as printed; on the main network all made by then.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_end", "description": "Number of threads at the end of the term, as printed; on the main network all made by then.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_start", "description": "Number of posts at the start of the term, as printed; on the main network all made by then.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_end", "description": "Number of posts at the end of the term, as printed; on the main network all made by then.", "source": "tokenomics report, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_created", "description": "Number of threads made in the term, by their numbers: known only where the dump has the last thread before and the first thread after the term''s first block, and likewise its last block. Threads of an earlier chain, imported into block 1, are not counted. On the main network all threads made, also those removed since.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_created", "description": "Number of posts made in the term, the first post of each thread and those removed since included; of the sitting council''s term so far. Not known of testnets: see posts_dumped.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_in_dump", "description": "Number of threads made in the term that the dump lists; fewer than threads_created when it skips some.", "source": "chain dump of forum.threadById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "orphan_threads", "description": "How many of threads_in_dump stand in a category that the dump of categories lacks.", "source": "chain dump of forum.threadById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "moderated_threads", "description": "How many of threads_in_dump were moderated at any time before the dump.", "source": "chain dump of forum.threadById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_dumped", "description": "Number of posts made in the term that the dump of posts lists, moderated ones included; posts of an earlier chain, imported into block 1, are not counted. Empty where no posts of the chain are dumped.", "source": "chain dump of forum.postById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of the figures, of the first thread and of the first post counted; or list and block.", "source": "reports, dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('forum-categories',17,'Forum categories','Every category of the forum, with the threads it states and the threads dumped.','[{"name": "chain", "description": "Chain of the category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "category_id", "description": "Number of the category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "parent_id", "description": "Number of its parent category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "parent", "description": "Title of its parent category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "created_block", "description": "Block of its creation.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "created_at", "description": "Moment of its creation.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "archived", "description": "Whether it is archived.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "deleted", "description": "Whether it is deleted.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "threads", "description": "Threads not moderated, as it states; on the main network those listed in it that can be read.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_moderated", "description": "Threads moderated, as it states; on the main network those listed.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "threads_in_dump", "description": "Threads in it that the dump of threads lists.", "source": "chain dump of forum.threadById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "moderated_in_dump", "description": "How many of threads_in_dump are moderated.", "source": "chain dump of forum.threadById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of the category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('forum-threads',18,'Forum threads','Every thread of the forum that was dumped or is on the main network: its category, when and by whom it was made, its posts.','[{"name": "chain", "description": "Chain of the thread.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "thread_id", "description": "Number of the thread.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the thread.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "category_id", "description": "Number of its category.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "category", "description": "Title of its category.", "source": "chain dump of forum.categoryById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "created_block", "description": "Block of its creation.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "created_at", "description": "Moment of its creation.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "author_account", "description": "Account that made it.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "author_id", "description": "Member id of the only member of a member dump with that account; on the main network as it states.", "source": "member dump, query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "author", "description": "Handle of that member.", "source": "member dump, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "posts", "description": "Posts not moderated, as it states; on the main network those that can be read.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "posts_moderated", "description": "Posts moderated, as it states.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "moderated", "description": "Whether the thread itself was moderated.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "posts_in_dump", "description": "Posts in it that a dump of posts lists.", "source": "chain dump of forum.postById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "writers_in_dump", "description": "Accounts that wrote the posts in the dump; empty if one is not known.", "source": "chain dump of forum.postById", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of the thread.", "source": "chain dump of forum.threadById, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('validators',19,'Validators','Reward points of every validator: eras active, points, share of the mean, eras without points.','[{"name": "network", "description": "Network as the source labels it.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain under which eras are numbered.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "account", "description": "Stash account of the validator.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "eras_active", "description": "Number of eras in which the source lists the validator, with points or with none; the chain lists only who has points.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "first_era", "description": "First era listed.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "last_era", "description": "Last era listed.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "points", "description": "Sum of reward points over the eras listed.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "share_of_mean", "description": "For each era listed: the validator''s points divided by the mean points of all validators listed in that era. This column is the mean of those quotients, to 4 places, half to even; 1 is as many as the others. Eras in which nobody has points are left out.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "ratio", "type": "decimal", "cell_format": "0.0000", "width": 12}}, {"name": "zero_eras", "description": "Number of eras in which the source lists the validator with 0 points.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "missing_eras", "description": "Number of eras between the first and the last that the source lists for others but not for this validator.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of the validator''s first record, or list, key and block.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('validator-eras',20,'Validator eras','Every era with the number of its validators, their reward points and its offences.','[{"name": "network", "description": "Network as the source labels it.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain under which eras are numbered.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "era", "description": "Number of the era.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "validators", "description": "Number of validators listed in the era.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "points", "description": "Sum of the validators'' points, added here.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "points_printed", "description": "Sum of the era''s points as the source prints it under Total, or as the chain keeps it.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "offences", "description": "Number of offences in the era; empty where the source lists none, which is not the same as 0.", "source": "contributions/research/validators/<network>/offences.json", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "File and line of the points and of the offences, or list, key and block.", "source": "contributions/research/validators/<network>/points.json; the chain''s ended eras on the main network", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('surveys',21,'Surveys','What members answered in the community''s surveys: each answer with its share as published.','[{"name": "survey", "description": "Name of the survey.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "question_number", "description": "Place of the question in the survey, from 1.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "question", "description": "The question as asked.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "answer_number", "description": "Place of the answer under its question, from 1.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "answer", "description": "The answer as offered.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "share", "description": "Share of the people asked who gave this answer, as printed. Empty when it is not a number.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "people", "description": "Number of people behind the share: the one whole number whose share of all responses is less than one unit of the last printed digit away. Empty when none or several fit.", "source": "share and responses", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "responses", "description": "Number of people who took the survey.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "several_answers", "description": "Whether one person could give several answers, so that shares add up to more than 100.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "from_day", "description": "First day of the survey.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "to_day", "description": "Last day of the survey.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "source", "description": "File and line of the answer.", "source": "the survey''s file in archives/council/council-survey", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('jsgenesis-requests',22,'Requests to Jsgenesis','What the council asked Jsgenesis for by proposals it approved, and what was answered.','[{"name": "number", "description": "Number of the proposal, as its link has it; empty where the link names none.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the proposal.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "on", "description": "Day of the request: that of the approval.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "link", "description": "Address of the proposal.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "response", "description": "What Jsgenesis answered, as printed; empty where no answer is listed.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "closed", "description": "When the request was closed, as printed; empty where the list does not say.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "source", "description": "File and line of the request.", "source": "jsg_requests.md", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('calendar',23,'Calendar','When each recurring duty was done in each term and whether in time. An empty cell says that no source tells, not that it was not done.','[{"name": "chain", "description": "Chain of the term.", "source": "table terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "network", "description": "Label of the network.", "source": "table terms", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term.", "source": "table terms", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "duty", "description": "secretary proposal: a proposal made in the term whose title names the secretary, not the deputy nor the secretary''s work. KPI thread: the one the KPI document names, else the first titled KPI discussion opened from a day before the term to a day before its end. term summaries thread: the one the KPI document names, else the first titled term summaries opened from the middle of the term to two days after it. round feedback thread: the one the council report names, else the first titled council feedback opened in the term.", "source": "chain dumps, council reports, KPI documents, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "done_block", "description": "Block at which the proposal was finalised as approved, or the thread opened. Empty for a thread carried over from an older chain.", "source": "chain dumps, council reports, KPI documents, query node", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "done_at", "description": "Moment at which the thread was opened.", "source": "chain dumps, council reports, KPI documents, query node", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "due_block", "description": "Secretary proposal and KPI thread: first block of the term plus 14,400. Term summaries: last block of the term plus 28,800. Feedback has no deadline.", "source": "table terms", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "in_time", "description": "Whether it was done by the block it was due; empty where either is not known.", "source": "worked out from the columns named", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "evidence", "description": "Number and title of the proposal or thread.", "source": "chain dumps, council reports, KPI documents, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "source", "description": "File and line of the evidence, or list, key and block; where there is none, of what describes the term.", "source": "the archive, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('checks',24,'Checks','The same figure from two sources: what was expected, what was found, and what may explain a difference.','[{"name": "check", "description": "Name of the check; what it compares is in the subject.", "source": "here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain of the figure, where it is known.", "source": "both sources", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term of the figure, where it has one.", "source": "both sources", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "subject", "description": "What is compared, and the two kinds of source.", "source": "here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "expected", "description": "The value that counts, from the source that comes first. Text of exact digits, because units differ; empty where that source does not say.", "source": "the source named in expected_source", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "found", "description": "The value of the other source; empty where it does not say.", "source": "the source named in found_source", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "difference", "description": "found less expected, exact; empty where they are not numbers.", "source": "worked out here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "unit", "description": "Unit of the three.", "source": "both sources", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "agrees", "description": "Whether both are the same.", "source": "worked out here", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "likely_cause", "description": "What may explain the difference, by a rule that looks at the figures; empty where none applies. Not a proof.", "source": "worked out here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "cause_rule", "description": "Name of the rule behind likely_cause.", "source": "worked out here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "expected_source", "description": "File and line of the value that counts, or list, key and block.", "source": "the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "found_source", "description": "File and line of the other value, or list, key and block.", "source": "the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('unknown-figures',25,'Unknown figures','What no source gives, and why: every such cell is empty, never 0. Of the main network in all its tables, as far as live sources are read; of the testnets in the table terms.','[{"name": "chain", "description": "Chain of the rows.", "source": "worked out from the table named", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "table", "description": "Table of the figure.", "source": "worked out from the table named", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "column", "description": "Its column; (rows) where rows themselves are missing.", "source": "worked out from the table named", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "empty", "description": "Rows of the chain in which it is empty for this reason; empty where that cannot be told.", "source": "worked out from the table named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "rows", "description": "All rows of the chain in the table; empty where that cannot be told.", "source": "worked out from the table named", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "terms", "description": "Council terms of those rows, where they have one.", "source": "worked out from the table named", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "why", "description": "Why it is empty.", "source": "here", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "source", "description": "Source of the first of those rows.", "source": "the table named", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}]',0,NULL);
INSERT INTO "published_tables" VALUES('problems',26,'Problems','What is damaged in the archives, where, and what was done about it: one row per problem.','[{"name": "id", "description": "Name of the problem; stays the same when lines move.", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "file", "description": "File inside the archive.", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "line", "description": "Line, from 1; 0 means the file as a whole.", "source": "the problems register", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "code", "description": "Kind of damage; docs/contracts/problem-codes.md explains each.", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "severity", "description": "note, warning or error.", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "what", "description": "What is wrong, in words.", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "repair", "description": "The proposed or applied repair.", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "state", "description": "open, applied (repaired because only one reading was possible, or by a person) or dismissed (a person looked and left it).", "source": "the problems register", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',16,NULL);
INSERT INTO "published_tables" VALUES('files',27,'Files of the archive','Every file of the archive: what it was taken for, and how many records and problems came of it.','[{"name": "path", "description": "Where the file stands in the archive.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "format", "description": "The reader''s name; unknown when none fits.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "title", "description": "What the file is, in words.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "size", "description": "Size of the file.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "bytes", "type": "integer", "cell_format": "#,##0", "width": 20}}, {"name": "records", "description": "Facts read from it.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "problems", "description": "Problems found while reading it.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "sha256", "description": "Digest of the bytes that were read.", "source": "the walk over the archive", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',1,NULL);
INSERT INTO "published_tables" VALUES('spending',28,'Spending proposals','Every proposal of the spending ledger: what was asked for, what was minted, in tokens and dollars; and the funding requests of the main network.','[{"name": "network", "description": "The network as the ledger labels it, in lower case.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain under which the number is unique; empty where the network is not known.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "number", "description": "Number of the proposal on its chain.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title as the ledger has it; empty on a row that only reserves its number.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "status", "description": "The ledger''s status, folded: approved, expired, canceled, execution-failed, rejected, slashed or vetoed. Of a funding request that no ledger has: approved once it was executed, empty while it is not finished.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "status_chain", "description": "What the chain says became of it: executed, execution-failed, rejected, slashed, expired, canceled, vetoed; on the main network also active, pending or passed-on.", "source": "chain dump of proposalsEngine.proposals, query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "amount_asked", "description": "Tokens asked for.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "amount_minted", "description": "Tokens minted; by a funding request that no ledger has all that it asked for once it is executed, else 0. Empty while it is not finished.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "exchange_rate", "description": "Dollars for one token at the time, as the ledger states it; else of the day it was paid.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "USD per token", "type": "decimal", "cell_format": "0.0000000000", "width": 16}}, {"name": "usd", "description": "Dollars, as the ledger states them; else amount_minted times exchange_rate.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "category", "description": "What it was for, in the usual spelling. No chain says it: a person writes it into the ledger.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "bounty", "description": "Number of the community bounty it pays for.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "group", "description": "Working group it concerns.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "reimbursed", "description": "Whether Jsgenesis has reimbursed it; empty where the ledger does not say.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "destinations", "description": "Accounts that a funding request of the main network pays, each with its tokens.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "paid_block", "description": "Block in which a funding request of the main network was paid.", "source": "query node; not in the archives", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "source", "description": "File and line of the ledger, or list, key and block.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',65,NULL);
INSERT INTO "published_tables" VALUES('spending-by-category',29,'Spending by category','What the ledger''s proposals of each chain were for: how many, how many approved, tokens and dollars. Funding requests that no ledger has stand without a category.','[{"name": "chain", "description": "Chain of the proposals.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "category", "description": "What they were for, in the usual spelling; empty for those without a category.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "proposals", "description": "Proposals in the ledger that say more than their number.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "approved", "description": "Those that were approved.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "minted", "description": "Tokens minted on the approved ones, as far as known.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "minted_unknown", "description": "Approved ones whose tokens are not known.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "usd", "description": "Dollars stated on the approved ones, as far as stated.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_unknown", "description": "Approved ones without stated dollars.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "share", "description": "Share of the tokens minted on this chain by all approved proposals of the ledger.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "percent", "type": "decimal", "cell_format": "0.00", "width": 12}}, {"name": "source", "description": "First file and line of the proposals counted in the column proposals, and how many more lines.", "source": "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',18,NULL);
INSERT INTO "published_tables" VALUES('bounties',30,'Community bounties','Every community bounty: what was offered, how it stands, and what the ledger paid for it.','[{"name": "bounty", "description": "Number of the bounty.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "listed_as", "description": "The register''s list it stands in: active or closed.", "source": "bounty register (JSON)", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "status", "description": "Status as printed.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "opened_on", "description": "Day it was opened.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "closed_on", "description": "Day it was closed.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "reward_usd", "description": "Reward offered.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "paid_usd", "description": "Dollars the status names as paid.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "status_in_table", "description": "Status as the status table prints it.", "source": "status table in the README of the bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "reward_in_table", "description": "Reward as the status table prints it.", "source": "status table in the README of the bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "issue", "description": "Number of its issue in the community repository.", "source": "status table in the README of the bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "thread", "description": "Number of its forum thread.", "source": "status table in the README of the bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "proposal", "description": "Number of the proposal that paid for it.", "source": "status table in the README of the bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "payments", "description": "Approved proposals of the ledger that name it.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "tokens_paid", "description": "Tokens minted by them, as far as known.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "tokens_unknown", "description": "Payments whose tokens are not known.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "usd_paid_stated", "description": "Dollars the ledger states for them, as far as stated.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_paid_recomputed", "description": "Tokens times the exchange rate of each, as far as both are stated.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_unknown", "description": "Payments without a stated exchange rate or amount.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "Files and lines.", "source": "bounty register (JSON), else the status table in the README of the bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',5,NULL);
INSERT INTO "published_tables" VALUES('bounty-payments',31,'Bounty payments','Every approved spending proposal that paid for a bounty, with the dollars stated and worked out.','[{"name": "chain", "description": "Chain under which the number is unique.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "network", "description": "The network as the ledger labels it, in lower case.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "number", "description": "Number of the proposal on its chain.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the proposal.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "bounty", "description": "Number of the bounty; empty where the ledger names none.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "tokens", "description": "Tokens minted.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "exchange_rate", "description": "Dollars for one token, as the ledger states it.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD per token", "type": "decimal", "cell_format": "0.0000000000", "width": 16}}, {"name": "usd_stated", "description": "Dollars, as the ledger states them.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_recomputed", "description": "Tokens times the exchange rate; empty where either is not stated.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "reimbursed", "description": "Whether Jsgenesis has reimbursed it; empty where the ledger does not say.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "source", "description": "File and line of the ledger.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',9,NULL);
INSERT INTO "published_tables" VALUES('unreimbursed',32,'Bounty payments not reimbursed','Bounty payments that the ledger does not mark as reimbursed by Jsgenesis.','[{"name": "network", "description": "The network as the ledger labels it, in lower case.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "chain", "description": "Chain under which the number is unique.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "number", "description": "Number of the proposal on its chain.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the proposal.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "bounty", "description": "Number of the bounty; empty where the ledger names none.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "tokens", "description": "Tokens minted.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "usd_stated", "description": "Dollars, as the ledger states them.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "usd_recomputed", "description": "Tokens times the exchange rate; empty where either is not stated.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "marked", "description": "no where the ledger says not reimbursed; unmarked where it does not say.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "source", "description": "File and line of the ledger.", "source": "spending ledger: approved proposals with a bounty or of the category Bounties", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',4,NULL);
INSERT INTO "published_tables" VALUES('refills',33,'Refills of the dollar pool','Payments of Jsgenesis into the council''s dollar pool, each once however many reports state it; reports that give one payment different amounts stay a row each.','[{"name": "network", "description": "The network of the report.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term, as the first report in the order of paths gives it.", "source": "tokenomics report", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "usd", "description": "Dollars paid into the council''s pool.", "source": "tokenomics report", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "reason", "description": "What the report says it was for; empty where it does not say.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "block", "description": "Block height of the payment.", "source": "tokenomics report", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "source", "description": "File and line of every report that states it.", "source": "tokenomics report", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('kpi-rounds',34,'KPI rounds','Every KPI round: blocks, deadline, what it offered, what gradings granted and what was earned.','[{"name": "kpi_round", "description": "Number of the KPI round, Jsgenesis'' own numbering.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "election_round", "description": "The chain''s election round that the document names.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "seats", "description": "Council members that the document counts.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "start_block", "description": "First block of the round.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "end_block", "description": "Last block of the round, as printed: often the first block of the next one.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "started_at", "description": "Day the round started.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "ended_at", "description": "Day the round ended.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "deadline_block", "description": "Last block at which summaries counted.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "deadline", "description": "Last day on which summaries counted.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "UTC", "type": "moment", "cell_format": "General", "width": 21}}, {"name": "possible_printed", "description": "What the round offered, in the document''s own words.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "possible_usd", "description": "What the round offered in all; the earnings file''s figure where there is no document.", "source": "the round''s KPI document, else kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "graded_usd", "description": "Sum of all gradings of the round, of council members and others; empty if one is not known.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "earned_usd", "description": "Sum of what council members earned; empty if one is not known.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "earned_tokens", "description": "Sum of what council members were paid in tokens; empty if one is not known.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "difference_usd", "description": "Earned less granted, where both are known.", "source": "earned_usd less graded_usd", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "fiat_difference_usd", "description": "By how much the round could change the replenishment of the fiat pool at most.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "discussion_thread", "description": "Forum thread in which the KPIs were discussed.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "summaries_thread", "description": "Forum thread in which council members summed up their term.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "source", "description": "File and line.", "source": "the files read", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('kpis',35,'KPIs','Every KPI of every round: reward, time, what its text says about annihilation, what was granted.','[{"name": "kpi_round", "description": "Number of the KPI round, Jsgenesis'' own numbering.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "section", "description": "Section of the document: its id, else its number.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "section_title", "description": "Title of the section.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "number", "description": "Place of the KPI in its section, from 1.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "title", "description": "Title of the KPI.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "reward_printed", "description": "The reward in the document''s own words.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "reward_usd", "description": "The reward, where its words have one reading.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "fiat_pool_factor", "description": "How strongly the grading changes the replenishment of the fiat pool: 0 is not at all.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "ratio", "type": "decimal", "cell_format": "0.0000", "width": 12}}, {"name": "distribution", "description": "Whether the reward is shared or individual.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "process", "description": "Whether grading is manual or automatic.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "active", "description": "When the KPI is active, in the document''s own words.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "start_block", "description": "First block at which the KPI is active.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "end_block", "description": "Last block at which the KPI is active.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "block height", "type": "integer", "cell_format": "#,##0", "width": 13}}, {"name": "has_annihilation", "description": "Whether the KPI''s text speaks of annihilation: an event that destroys rewards.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "annihilation", "description": "The paragraphs on annihilation, in the document''s own words.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "grants", "description": "How many gradings of members there are; empty where the KPI was not graded by member.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "granted_usd", "description": "Sum of the gradings; empty where there is none or one is not known.", "source": "the round''s KPI document", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "source", "description": "File and line.", "source": "the files read", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('kpi-earnings',36,'KPI earnings','What each council member earned in each KPI round, as published.','[{"name": "kpi_round", "description": "Number of the KPI round, Jsgenesis'' own numbering.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "member_id", "description": "Number of the member.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Handle of the member in that round.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "usd", "description": "What the member earned, in dollars.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "tokens", "description": "What the member was paid, in tokens.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "source", "description": "File and line.", "source": "the files read", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('kpi-members',37,'Members'' KPI earnings','What each council member earned from KPIs over all rounds, and members whom only the published leaderboard names; no ranking, ordered by member.','[{"name": "member_id", "description": "Number of the member.", "source": "kpi_earnings_per_term.json, else kpi_leaderboard.json", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "handle", "description": "Handle of the member in the last of the rounds, else on the published KPI leaderboard.", "source": "kpi_earnings_per_term.json, else kpi_leaderboard.json", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "usd", "description": "Sum of the member''s earnings in dollars; empty if one is not known or no round lists the member.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "tokens", "description": "Sum of the member''s earnings in tokens; empty if one is not known or no round lists the member.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "terms", "description": "KPI rounds in which the member is listed, also with nothing earned; empty where only the published KPI leaderboard names the member.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "first_round", "description": "First KPI round in which the member is listed.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "last_round", "description": "Last KPI round in which the member is listed.", "source": "kpi_earnings_per_term.json", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "published_usd", "description": "The member''s total on the published KPI leaderboard, to compare; not added in.", "source": "kpi_leaderboard.json", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "published_tokens", "description": "The member''s total in tokens on the published KPI leaderboard, to compare; not added in.", "source": "kpi_leaderboard.json", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "published_times_elected", "description": "How often the member was elected, by the published KPI leaderboard.", "source": "kpi_leaderboard.json", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "published_usd_per_election", "description": "Dollars for each of those elections, as the published KPI leaderboard prints it.", "source": "kpi_leaderboard.json", "audience": "public", "unit": {"name": "USD", "type": "decimal", "cell_format": "#,##0.00", "width": 14}}, {"name": "published_tokens_per_election", "description": "Tokens for each of those elections, as the published KPI leaderboard prints it.", "source": "kpi_leaderboard.json", "audience": "public", "unit": {"name": "tokens", "type": "decimal", "cell_format": "#,##0.00", "width": 16}}, {"name": "source", "description": "File and line of every round added up; without one, of the row of the published KPI leaderboard.", "source": "the files read", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('key-results',38,'Objectives and key results','The key results of every quarter under their objectives, with status where a document states one.','[{"name": "period", "description": "The quarter: 2023-Q2; unknown where the document does not tell.", "source": "the quarter''s OKR document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "objective", "description": "Number of the objective, or its name where it has none.", "source": "the quarter''s OKR document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "objective_title", "description": "The objective.", "source": "the quarter''s OKR document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "key_result", "description": "Number of the key result.", "source": "the quarter''s OKR document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "text", "description": "The key result.", "source": "the quarter''s OKR document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "status", "description": "Status or grade from 0 to 1, as stated; empty where none is.", "source": "the quarter''s OKR document", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "source", "description": "File and line.", "source": "the files read", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('proposal-guides',39,'What each type of proposal needs','Stake, votes, periods and what is lost, by the constants of the runtime in force, for a council of its present size.','[{"name": "chain", "description": "Chain of the runtime.", "source": "the chain that is read", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "type", "description": "Type, in the query node''s word.", "source": "the runtime''s types", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "spec_version", "description": "Spec version of the runtime in force.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "can_be_filed", "description": "Whether a proposal of it can be filed; empty where that is not known.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "why_not", "description": "Why nobody can file one; else empty.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 60}}, {"name": "about_a_person", "description": "Whether it hires, pays, slashes or dismisses a lead, or takes an opening back.", "source": "the runtime''s types", "audience": "public", "unit": {"name": "yes or no", "type": "boolean", "cell_format": "General", "width": 10}}, {"name": "stake", "description": "Stake of the proposer.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "rejection_fee", "description": "What is taken of the stake when it is rejected, expires, or is lost to a change of councils.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "cancellation_fee", "description": "What is taken when its proposer cancels it, before anybody has voted.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "tokens", "type": "amount", "cell_format": "#,##0", "width": 18}}, {"name": "seats", "description": "Members of the council that the next columns are worked out for.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_needed", "description": "How many must vote at least, in whatever way.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "approvals_needed", "description": "How many must approve when no more than votes_needed have voted.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "approvals_of_all", "description": "How many must approve when all have voted.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "votes_against", "description": "How many votes of any other kind make approval impossible.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "slashes_needed", "description": "How many must say slash when only the slashing quorum has voted.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "approval_quorum", "description": "Quorum.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "percent", "type": "integer", "cell_format": "0", "width": 12}}, {"name": "approval_threshold", "description": "Threshold.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "percent", "type": "integer", "cell_format": "0", "width": 12}}, {"name": "slashing_quorum", "description": "Quorum of a slash.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "percent", "type": "integer", "cell_format": "0", "width": 12}}, {"name": "slashing_threshold", "description": "Threshold of a slash.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "percent", "type": "integer", "cell_format": "0", "width": 12}}, {"name": "voting_blocks", "description": "Voting period.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "blocks", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "grace_blocks", "description": "From approval to execution.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "blocks", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "councils_in_a_row", "description": "How many councils in a row must approve it.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "filed", "description": "How many were ever filed; empty where not all proposals are known.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "filed_of", "description": "Of how many proposals of all types.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "Where the constant is stated.", "source": "constants of the runtime in force", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
INSERT INTO "published_tables" VALUES('proposal-use',40,'Use of proposal types by term','How often each type of proposal was filed in each council term of the main network, also where it was not.','[{"name": "chain", "description": "Chain of the proposals.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "term", "description": "Council term in which it was filed; 0 is before the first council.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "number", "type": "integer", "cell_format": "0", "width": 10}}, {"name": "type", "description": "Type, in the query node''s word.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}, {"name": "filed", "description": "How many were filed; 0 also where the runtime did not have the type yet.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "filed_of", "description": "Of how many proposals of all types in the term.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "count", "type": "integer", "cell_format": "#,##0", "width": 12}}, {"name": "source", "description": "First proposal of the term, and how many more; the newest one where none was filed.", "source": "proposals of the query node", "audience": "public", "unit": {"name": "text", "type": "text", "cell_format": "General", "width": 22}}]',0,NULL);
CREATE TABLE records (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	line INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	digest TEXT, 
	open INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (document_id, kind, "key"), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "records" VALUES(1,1,'spending-row','alexandria/1',2,'{"network":"alexandria","chain":"alexandria","number":1}',NULL,NULL);
INSERT INTO "records" VALUES(2,1,'spending-row','alexandria/2',3,'{"network":"alexandria","chain":"alexandria","number":2}',NULL,NULL);
INSERT INTO "records" VALUES(3,1,'spending-row','alexandria/3',4,'{"network":"alexandria","chain":"alexandria","number":3,"title":"Welcome pack for new members","status":"approved","amount_asked":3500000000000000,"amount_minted":3500000000000000,"category":"Community Rewards"}',NULL,NULL);
INSERT INTO "records" VALUES(4,1,'spending-row','alexandria/4',5,'{"network":"alexandria","chain":"alexandria","number":4}',NULL,NULL);
INSERT INTO "records" VALUES(5,1,'spending-row','alexandria/5',6,'{"network":"alexandria","chain":"alexandria","number":5,"title":"Council numbers, round 0","status":"approved","amount_asked":2800000000000000,"amount_minted":2800000000000000,"category":"Reports"}',NULL,NULL);
INSERT INTO "records" VALUES(6,1,'spending-row','alexandria/6',7,'{"network":"alexandria","chain":"alexandria","number":6}',NULL,NULL);
INSERT INTO "records" VALUES(7,1,'spending-row','alexandria/7',8,'{"network":"alexandria","chain":"alexandria","number":7,"title":"A jingle","status":"expired","amount_asked":4500000000000000,"amount_minted":4500000000000000,"category":"Media"}',NULL,NULL);
INSERT INTO "records" VALUES(8,1,'spending-row','alexandria/8',9,'{"network":"alexandria","chain":"alexandria","number":8}',NULL,NULL);
INSERT INTO "records" VALUES(9,1,'spending-row','alexandria/9',10,'{"network":"alexandria","chain":"alexandria","number":9,"title":"Bounty 1: a bot that greets","status":"approved","amount_asked":8000000000000000,"amount_minted":8000000000000000,"exchange_rate":"0.000051","usd":"40.8","category":"Bounties","bounty":1,"reimbursed":true}',NULL,NULL);
INSERT INTO "records" VALUES(10,1,'spending-row','alexandria/10',12,'{"network":"alexandria","chain":"alexandria","number":10,"title":"Test, please ignore","status":"canceled","amount_asked":10000000000,"amount_minted":0,"category":"Test"}',NULL,NULL);
INSERT INTO "records" VALUES(11,1,'spending-row','alexandria/11',13,'{"network":"alexandria","chain":"alexandria","number":11}',NULL,NULL);
INSERT INTO "records" VALUES(12,1,'spending-row','alexandria/12',14,'{"network":"alexandria","chain":"alexandria","number":12,"title":"Videos für den Hafen","status":"approved","amount_asked":2600000000000000,"amount_minted":2600000000000000,"category":"Videos"}',NULL,NULL);
INSERT INTO "records" VALUES(13,1,'spending-row','alexandria/13',15,'{"network":"alexandria","chain":"alexandria","number":13,"title":"Meetup – first report","status":"approved","amount_asked":1500000000000000,"amount_minted":1500000000000000,"category":"Reports"}',NULL,NULL);
INSERT INTO "records" VALUES(14,1,'spending-row','alexandria/14',16,'{"network":"alexandria","chain":"alexandria","number":14}',NULL,NULL);
INSERT INTO "records" VALUES(15,1,'spending-row','alexandria/15',17,'{"network":"alexandria","chain":"alexandria","number":15,"title":"Bounty 2: sketches","status":"approved","category":"Bounties","bounty":2,"reimbursed":true}',NULL,NULL);
INSERT INTO "records" VALUES(16,1,'spending-row','alexandria/16',18,'{"network":"alexandria","chain":"alexandria","number":16}',NULL,NULL);
INSERT INTO "records" VALUES(17,1,'spending-row','alexandria/17',19,'{"network":"alexandria","chain":"alexandria","number":17,"title":"Forum games","status":"approved","amount_asked":3000000000000000,"amount_minted":3000000000000000,"category":"Community Rewards"}',NULL,NULL);
INSERT INTO "records" VALUES(18,1,'spending-row','alexandria/18',20,'{"network":"alexandria","chain":"alexandria","number":18}',NULL,NULL);
INSERT INTO "records" VALUES(19,1,'spending-row','alexandria/19',21,'{"network":"alexandria","chain":"alexandria","number":19,"title":"Secretary''s pay","status":"approved","amount_minted":20000000000000000,"category":"Informal Roles"}',NULL,NULL);
INSERT INTO "records" VALUES(20,1,'spending-row','alexandria/20',22,'{"network":"alexandria","chain":"alexandria","number":20,"title":"A map of the helpdesk","status":"approved","amount_asked":10000000000000000,"amount_minted":10000000000000000,"category":"Tools"}',NULL,NULL);
INSERT INTO "records" VALUES(21,1,'spending-row','alexandria/21',23,'{"network":"alexandria","chain":"alexandria","number":21,"title":"Council numbers, round 1","status":"approved","amount_asked":3100000000000000,"amount_minted":3100000000000000,"category":"Reports"}',NULL,NULL);
INSERT INTO "records" VALUES(22,1,'spending-row','alexandria/22',24,'{"network":"alexandria","chain":"alexandria","number":22,"title":"A song for the network","status":"expired","amount_asked":4000000000000000,"amount_minted":0,"category":"Media"}',NULL,NULL);
INSERT INTO "records" VALUES(23,1,'spending-row','alexandria/23',25,'{"network":"babylon","chain":"alexandria","number":23,"title":"Closing notes of the old testnet","status":"approved","amount_asked":2000000000000000,"amount_minted":2000000000000000,"category":"Reports"}',NULL,NULL);
INSERT INTO "records" VALUES(24,1,'spending-row','antioch/39',26,'{"network":"antioch","chain":"antioch","number":39}',NULL,NULL);
INSERT INTO "records" VALUES(25,1,'spending-row','antioch/40',27,'{"network":"antioch","chain":"antioch","number":40}',NULL,NULL);
INSERT INTO "records" VALUES(26,1,'spending-row','antioch/41',28,'{"network":"antioch","chain":"antioch","number":41,"title":"Bounty 3: subtitles, first batch","status":"approved","amount_asked":51502140000000000,"amount_minted":51502140000000000,"exchange_rate":"0.0000233","usd":"120","category":"Bounties","bounty":3,"reimbursed":true}',NULL,NULL);
INSERT INTO "records" VALUES(27,1,'spending-row','antioch/42',29,'{"network":"antioch","chain":"antioch","number":42}',NULL,NULL);
INSERT INTO "records" VALUES(28,1,'spending-row','antioch/43',30,'{"network":"antioch","chain":"antioch","number":43,"title":"Numbers of council 2, written up","status":"approved","amount_asked":10729610000000000,"amount_minted":10729610000000000,"exchange_rate":"0.0000233","usd":"25","category":"Reports"}',NULL,NULL);
INSERT INTO "records" VALUES(29,1,'spending-row','antioch/44',31,'{"network":"antioch","chain":"antioch","number":44,"title":"Stickers for the harbour meetup","status":"expired","amount_asked":34334760000000000,"amount_minted":0,"exchange_rate":"0.0000233","usd":"80","category":"Marketing"}',NULL,NULL);
INSERT INTO "records" VALUES(30,1,'spending-row','antioch/45',32,'{"network":"antioch","chain":"antioch","number":45}',NULL,NULL);
INSERT INTO "records" VALUES(31,1,'spending-row','antioch/46',33,'{"network":"antioch","chain":"antioch","number":46,"title":"Helper of the forum, pay for August","status":"execution-failed","amount_asked":25751070000000000,"amount_minted":0,"exchange_rate":"0.0000233","usd":"60","category":"Community Rewards"}',NULL,NULL);
INSERT INTO "records" VALUES(32,1,'spending-row','antioch/47',34,'{"network":"antioch","chain":"antioch","number":47,"title":"Helper of the forum, pay for August, again","status":"approved","amount_asked":25751070000000000,"amount_minted":25751070000000000,"exchange_rate":"0.0000233","usd":"60","category":"Community Rewards"}',NULL,NULL);
INSERT INTO "records" VALUES(33,1,'spending-row','antioch/48',35,'{"network":"antioch","chain":"antioch","number":48}',NULL,NULL);
INSERT INTO "records" VALUES(34,1,'spending-row','antioch/49',36,'{"network":"antioch","chain":"antioch","number":49}',NULL,NULL);
INSERT INTO "records" VALUES(35,1,'spending-row','antioch/50',37,'{"network":"antioch","chain":"antioch","number":50,"title":"Bounty 3: subtitles, second batch","status":"approved","amount_asked":59322030000000000,"amount_minted":59322030000000000,"exchange_rate":"0.0000236","usd":"140","category":"Bounties","bounty":3,"reimbursed":true}',NULL,NULL);
INSERT INTO "records" VALUES(36,1,'spending-row','antioch/51',38,'{"network":"antioch","chain":"antioch","number":51,"title":"Bounty 5: the player on old phones","status":"approved","amount_asked":84745760000000000,"amount_minted":84745760000000000,"exchange_rate":"0.0000236","usd":"200","category":"Bounties","bounty":5,"reimbursed":true}',NULL,NULL);
INSERT INTO "records" VALUES(37,1,'spending-row','antioch/52',40,'{"network":"antioch","chain":"antioch","number":52}',NULL,NULL);
INSERT INTO "records" VALUES(38,1,'spending-row','antioch/53',41,'{"network":"antioch","chain":"antioch","number":53}',NULL,NULL);
INSERT INTO "records" VALUES(39,1,'spending-row','antioch/54',42,'{"network":"antioch","chain":"antioch","number":54}',NULL,NULL);
INSERT INTO "records" VALUES(40,1,'spending-row','antioch/55',43,'{"network":"antioch","chain":"antioch","number":55,"title":"Operations: reward for met goals","status":"approved","amount_asked":76271180000000000,"amount_minted":76271180000000000,"exchange_rate":"0.0000236","usd":"180","category":"OKR","group":"Operations"}',NULL,NULL);
INSERT INTO "records" VALUES(41,1,'spending-row','antioch/56',44,'{"network":"antioch","chain":"antioch","number":56}',NULL,NULL);
INSERT INTO "records" VALUES(42,1,'spending-row','antioch/57',45,'{"network":"antioch","chain":"antioch","number":57,"title":"=HYPERLINK(\"https://demo.invalid/\",\"open me\")","status":"slashed"}',NULL,NULL);
INSERT INTO "records" VALUES(43,1,'spending-row','antioch/58',46,'{"network":"antioch","chain":"antioch","number":58}',NULL,NULL);
INSERT INTO "records" VALUES(44,1,'spending-row','antioch/59',47,'{"network":"antioch","chain":"antioch","number":59,"title":"Bounty 5: the player on slow lines","status":"approved","amount_asked":62500000000000000,"amount_minted":62500000000000000,"exchange_rate":"0.0000240","usd":"250","category":"Bounties","bounty":5}',NULL,NULL);
INSERT INTO "records" VALUES(45,1,'spending-row','antioch/60',48,'{"network":"antioch","chain":"antioch","number":60,"title":"Bounty 3: subtitles, third batch","status":"approved","amount_asked":54166660000000000,"amount_minted":54166660000000000,"exchange_rate":"0.0000240","category":"Bounties","bounty":3}',NULL,NULL);
INSERT INTO "records" VALUES(46,1,'spending-row','antioch/61',49,'{"network":"antioch","chain":"antioch","number":61}',NULL,NULL);
INSERT INTO "records" VALUES(47,1,'spending-row','antioch/62',50,'{"network":"antioch","chain":"antioch","number":62}',NULL,NULL);
INSERT INTO "records" VALUES(48,1,'spending-row','antioch/63',51,'{"network":"antioch","chain":"antioch","number":63}',NULL,NULL);
INSERT INTO "records" VALUES(49,1,'spending-row','antioch/64',52,'{"network":"antioch","chain":"antioch","number":64}',NULL,NULL);
INSERT INTO "records" VALUES(50,1,'spending-row','antioch/65',53,'{"network":"antioch","chain":"antioch","number":65,"title":"The handbook in Turkish","status":"approved","amount_asked":37500000000000000,"amount_minted":37500000000000000,"exchange_rate":"0.0000240","usd":"90","category":"Translation"}',NULL,NULL);
INSERT INTO "records" VALUES(51,1,'spending-row','antioch/66',54,'{"network":"antioch","chain":"antioch","number":66,"title":"<script>alert(1)</script>","status":"canceled"}',NULL,NULL);
INSERT INTO "records" VALUES(52,1,'spending-row','antioch/67',55,'{"network":"antioch","chain":"antioch","number":67,"title":"Prizes for the banner contest","status":"expired","amount_asked":31250000000000000,"amount_minted":0,"exchange_rate":"0.0000240","usd":"75","category":"Competitions","reimbursed":true}',NULL,NULL);
INSERT INTO "records" VALUES(53,1,'spending-row','antioch/68',56,'{"network":"antioch","chain":"antioch","number":68,"title":"Pay that two curators missed","status":"approved","amount_asked":18750000000000000,"amount_minted":18750000000000000,"exchange_rate":"0.0000240","usd":"45","category":"WG Missed Payments","group":"Curators"}',NULL,NULL);
INSERT INTO "records" VALUES(54,1,'spending-row','antioch/69',57,'{"network":"antioch","chain":"antioch","number":69}',NULL,NULL);
INSERT INTO "records" VALUES(55,1,'spending-row','antioch/70',58,'{"network":"antioch","chain":"antioch","number":70,"title":"Bounty 5: the player, closing work","status":"approved","amount_asked":65306120000000000,"amount_minted":65306120000000000,"exchange_rate":"0.0000245","usd":"160","category":"Bounties","bounty":5}',NULL,NULL);
INSERT INTO "records" VALUES(56,1,'spending-row','antioch/71',59,'{"network":"antioch","chain":"antioch","number":71,"title":"Notes ‮fdp.exe of the call","status":"canceled"}',NULL,NULL);
INSERT INTO "records" VALUES(57,1,'spending-row','antioch/72',60,'{"network":"antioch","chain":"antioch","number":72}',NULL,NULL);
INSERT INTO "records" VALUES(58,1,'spending-row','antioch/73',61,'{"network":"antioch","chain":"antioch","number":73,"title":"A sheet that works out payouts","status":"approved","amount_asked":44897950000000000,"amount_minted":44897950000000000,"exchange_rate":"0.0000245","usd":"110","category":"Tools"}',NULL,NULL);
INSERT INTO "records" VALUES(59,1,'spending-row','antioch/74',62,'{"network":"antioch","chain":"antioch","number":74}',NULL,NULL);
INSERT INTO "records" VALUES(60,1,'spending-row','antioch/75',63,'{"network":"antioch","chain":"antioch","number":75,"title":"Curators: reward for met goals","status":"execution-failed","amount_asked":38775510000000000,"amount_minted":0,"exchange_rate":"0.0000245","usd":"95","category":"OKR","group":"Curators"}',NULL,NULL);
INSERT INTO "records" VALUES(61,1,'spending-row','antioch/76',64,'{"network":"antioch","chain":"antioch","number":76,"title":"Bounty 7: glossary, first entries","status":"approved","amount_asked":24489790000000000,"amount_minted":24489790000000000,"exchange_rate":"0.0000245","usd":"60","category":"Bounties","bounty":7}',NULL,NULL);
INSERT INTO "records" VALUES(62,1,'spending-row','antioch/77',65,'{"network":"antioch","chain":"antioch","number":77}',NULL,NULL);
INSERT INTO "records" VALUES(63,1,'spending-row','antioch/78',66,'{"network":"antioch","chain":"antioch","number":78}',NULL,NULL);
INSERT INTO "records" VALUES(64,1,'spending-row','antioch/79',67,'{"network":"antioch","chain":"antioch","number":79}',NULL,NULL);
INSERT INTO "records" VALUES(65,1,'spending-row','antioch/80',68,'{"network":"antioch","chain":"antioch","number":80}',NULL,NULL);
INSERT INTO "records" VALUES(66,1,'archive-file','archives/council/spending_proposal_categories.csv',1,'{"path":"archives/council/spending_proposal_categories.csv","format":"spending-csv","title":"spending ledger (CSV)","size":3785,"sha256":"ef07cc162cacbee835667e682a1a9d086d8b07127fd9321f237480424cbcd312","records":65,"problems":16}',NULL,NULL);
CREATE TABLE reviewed (
	genesis TEXT NOT NULL, 
	block INTEGER NOT NULL, 
	PRIMARY KEY (genesis)
)
 STRICT

;
CREATE TABLE runtimes (
	chain TEXT NOT NULL, 
	spec_version INTEGER NOT NULL, 
	transaction_version INTEGER NOT NULL, 
	seen_at_block INTEGER NOT NULL, 
	metadata TEXT NOT NULL, 
	PRIMARY KEY (chain, spec_version)
)
 STRICT

;
CREATE TABLE sessions (
	token TEXT NOT NULL, 
	person TEXT NOT NULL, 
	way TEXT NOT NULL, 
	form_token TEXT NOT NULL, 
	began_at TEXT NOT NULL, 
	seen_at TEXT NOT NULL, 
	ends_at TEXT NOT NULL, 
	said TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (token)
)
 STRICT

;
CREATE TABLE sign_ins (
	token TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	text TEXT NOT NULL, 
	ends_at TEXT NOT NULL, 
	PRIMARY KEY (token)
)
 STRICT

;
CREATE TABLE steps (
	name TEXT NOT NULL, 
	succeeded_at TEXT, 
	failed_at TEXT, 
	failure TEXT NOT NULL, 
	PRIMARY KEY (name)
)
 STRICT

;
INSERT INTO "steps" VALUES('tables','2026-12-01T02:10:49Z',NULL,'');
CREATE TABLE table_bounties (
	row_position INTEGER NOT NULL, 
	bounty INTEGER, 
	title TEXT, 
	listed_as TEXT, 
	status TEXT, 
	opened_on TEXT, 
	closed_on TEXT, 
	reward_usd TEXT, 
	paid_usd TEXT, 
	status_in_table TEXT, 
	reward_in_table TEXT, 
	issue INTEGER, 
	thread INTEGER, 
	proposal INTEGER, 
	payments INTEGER, 
	tokens_paid TEXT, 
	tokens_unknown INTEGER, 
	usd_paid_stated TEXT, 
	usd_paid_recomputed TEXT, 
	usd_unknown INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_bounties" VALUES(0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'8000000000000000',0,'40.8','40.8',0,'archives/council/spending_proposal_categories.csv:10');
INSERT INTO "table_bounties" VALUES(1,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,1,NULL,NULL,1,'archives/council/spending_proposal_categories.csv:17');
INSERT INTO "table_bounties" VALUES(2,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3,'164990830000000000',0,'260','389.999961',0,'archives/council/spending_proposal_categories.csv:28; archives/council/spending_proposal_categories.csv:37; archives/council/spending_proposal_categories.csv:48');
INSERT INTO "table_bounties" VALUES(3,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3,'212551880000000000',0,'610','509.9999876',0,'archives/council/spending_proposal_categories.csv:38; archives/council/spending_proposal_categories.csv:47; archives/council/spending_proposal_categories.csv:58');
INSERT INTO "table_bounties" VALUES(4,7,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'24489790000000000',0,'60','59.9999855',0,'archives/council/spending_proposal_categories.csv:64');
CREATE TABLE table_bounty_payments (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	network TEXT, 
	number INTEGER, 
	title TEXT, 
	bounty INTEGER, 
	tokens TEXT, 
	exchange_rate TEXT, 
	usd_stated TEXT, 
	usd_recomputed TEXT, 
	reimbursed INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_bounty_payments" VALUES(0,'alexandria','alexandria',9,'Bounty 1: a bot that greets',1,'8000000000000000','0.000051','40.8','40.8',1,'archives/council/spending_proposal_categories.csv:10');
INSERT INTO "table_bounty_payments" VALUES(1,'alexandria','alexandria',15,'Bounty 2: sketches',2,NULL,NULL,NULL,NULL,1,'archives/council/spending_proposal_categories.csv:17');
INSERT INTO "table_bounty_payments" VALUES(2,'antioch','antioch',41,'Bounty 3: subtitles, first batch',3,'51502140000000000','0.0000233','120','119.9999862',1,'archives/council/spending_proposal_categories.csv:28');
INSERT INTO "table_bounty_payments" VALUES(3,'antioch','antioch',50,'Bounty 3: subtitles, second batch',3,'59322030000000000','0.0000236','140','139.9999908',1,'archives/council/spending_proposal_categories.csv:37');
INSERT INTO "table_bounty_payments" VALUES(4,'antioch','antioch',51,'Bounty 5: the player on old phones',5,'84745760000000000','0.0000236','200','199.9999936',1,'archives/council/spending_proposal_categories.csv:38');
INSERT INTO "table_bounty_payments" VALUES(5,'antioch','antioch',59,'Bounty 5: the player on slow lines',5,'62500000000000000','0.000024','250','150',NULL,'archives/council/spending_proposal_categories.csv:47');
INSERT INTO "table_bounty_payments" VALUES(6,'antioch','antioch',60,'Bounty 3: subtitles, third batch',3,'54166660000000000','0.000024',NULL,'129.999984',NULL,'archives/council/spending_proposal_categories.csv:48');
INSERT INTO "table_bounty_payments" VALUES(7,'antioch','antioch',70,'Bounty 5: the player, closing work',5,'65306120000000000','0.0000245','160','159.999994',NULL,'archives/council/spending_proposal_categories.csv:58');
INSERT INTO "table_bounty_payments" VALUES(8,'antioch','antioch',76,'Bounty 7: glossary, first entries',7,'24489790000000000','0.0000245','60','59.9999855',NULL,'archives/council/spending_proposal_categories.csv:64');
CREATE TABLE table_budgets (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	term INTEGER, 
	budget TEXT, 
	from_block INTEGER, 
	to_block INTEGER, 
	part TEXT, 
	events INTEGER, 
	amount TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_calendar (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	network TEXT, 
	term INTEGER, 
	duty TEXT, 
	done_block INTEGER, 
	done_at TEXT, 
	due_block INTEGER, 
	in_time INTEGER, 
	evidence TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_candidates (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	cycle_id INTEGER, 
	election_round INTEGER, 
	results_round INTEGER, 
	council_term INTEGER, 
	member_id INTEGER, 
	handle TEXT, 
	outcome TEXT, 
	own_stake TEXT, 
	votes INTEGER, 
	stake_received TEXT, 
	announced_at TEXT, 
	counted INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_checks (
	row_position INTEGER NOT NULL, 
	"check" TEXT, 
	chain TEXT, 
	term INTEGER, 
	subject TEXT, 
	expected TEXT, 
	found TEXT, 
	difference TEXT, 
	unit TEXT, 
	agrees INTEGER, 
	likely_cause TEXT, 
	cause_rule TEXT, 
	expected_source TEXT, 
	found_source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_council_members (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	member_id INTEGER, 
	handle TEXT, 
	other_handles TEXT, 
	terms_served INTEGER, 
	terms_on_all_chains INTEGER, 
	first_term INTEGER, 
	last_term INTEGER, 
	first_election_round INTEGER, 
	last_election_round INTEGER, 
	longest_run INTEGER, 
	votes_cast INTEGER, 
	terms_with_votes INTEGER, 
	votes_listed INTEGER, 
	votes_eligible INTEGER, 
	vote_rate TEXT, 
	closed_before_voting INTEGER, 
	response_blocks_median TEXT, 
	rationale_given INTEGER, 
	proposals_made INTEGER, 
	kpi_usd TEXT, 
	kpi_tokens TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_elections (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	cycle_id INTEGER, 
	election_round INTEGER, 
	results_round INTEGER, 
	council_term INTEGER, 
	announcing_start INTEGER, 
	voting_start INTEGER, 
	revealing_start INTEGER, 
	ended_block INTEGER, 
	candidates INTEGER, 
	candidates_stake TEXT, 
	withdrawn INTEGER, 
	seats INTEGER, 
	votes INTEGER, 
	votes_cast INTEGER, 
	votes_revealed INTEGER, 
	stake_cast TEXT, 
	stake_revealed TEXT, 
	reveal_rate TEXT, 
	votes_for_winners INTEGER, 
	stake_of_winners TEXT, 
	stake_for_winners TEXT, 
	outcome TEXT, 
	failure_reason TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_files (
	row_position INTEGER NOT NULL, 
	path TEXT, 
	format TEXT, 
	title TEXT, 
	size INTEGER, 
	records INTEGER, 
	problems INTEGER, 
	sha256 TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_files" VALUES(0,'archives/council/spending_proposal_categories.csv','spending-csv','spending ledger (CSV)',3785,65,16,'ef07cc162cacbee835667e682a1a9d086d8b07127fd9321f237480424cbcd312');
CREATE TABLE table_forum (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	network TEXT, 
	term INTEGER, 
	categories_start INTEGER, 
	categories_end INTEGER, 
	threads_start INTEGER, 
	threads_end INTEGER, 
	posts_start INTEGER, 
	posts_end INTEGER, 
	threads_created INTEGER, 
	posts_created INTEGER, 
	threads_in_dump INTEGER, 
	orphan_threads INTEGER, 
	moderated_threads INTEGER, 
	posts_dumped INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_forum_categories (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	category_id INTEGER, 
	title TEXT, 
	parent_id INTEGER, 
	parent TEXT, 
	created_block INTEGER, 
	created_at TEXT, 
	archived INTEGER, 
	deleted INTEGER, 
	threads INTEGER, 
	threads_moderated INTEGER, 
	threads_in_dump INTEGER, 
	moderated_in_dump INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_forum_threads (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	thread_id INTEGER, 
	title TEXT, 
	category_id INTEGER, 
	category TEXT, 
	created_block INTEGER, 
	created_at TEXT, 
	author_account TEXT, 
	author_id INTEGER, 
	author TEXT, 
	posts INTEGER, 
	posts_moderated INTEGER, 
	moderated INTEGER, 
	posts_in_dump INTEGER, 
	writers_in_dump INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_groups (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	network TEXT, 
	term INTEGER, 
	"group" TEXT, 
	label TEXT, 
	workers_start INTEGER, 
	workers_end INTEGER, 
	workers_hired INTEGER, 
	workers_left INTEGER, 
	stake_start TEXT, 
	stake_end TEXT, 
	minted_start TEXT, 
	minted_end TEXT, 
	minted_in_term TEXT, 
	spent TEXT, 
	budget_start TEXT, 
	budget_end TEXT, 
	rewards_paid TEXT, 
	budget_spent TEXT, 
	budget_granted TEXT, 
	budget_funded TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_growth (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	term INTEGER, 
	ended_at TEXT, 
	members_start INTEGER, 
	members_end INTEGER, 
	members_change INTEGER, 
	members_change_percent TEXT, 
	channels_start INTEGER, 
	channels_end INTEGER, 
	channels_change INTEGER, 
	channels_change_percent TEXT, 
	uploads_start INTEGER, 
	uploads_end INTEGER, 
	uploads_change INTEGER, 
	uploads_change_percent TEXT, 
	content_bytes_start INTEGER, 
	content_bytes_end INTEGER, 
	content_bytes_change INTEGER, 
	content_bytes_change_percent TEXT, 
	categories_start INTEGER, 
	categories_end INTEGER, 
	categories_change INTEGER, 
	categories_change_percent TEXT, 
	threads_start INTEGER, 
	threads_end INTEGER, 
	threads_change INTEGER, 
	threads_change_percent TEXT, 
	posts_start INTEGER, 
	posts_end INTEGER, 
	posts_change INTEGER, 
	posts_change_percent TEXT, 
	validators_start INTEGER, 
	validators_end INTEGER, 
	validators_change INTEGER, 
	validators_change_percent TEXT, 
	members_made INTEGER, 
	channels_made INTEGER, 
	videos_made INTEGER, 
	uploads_made INTEGER, 
	categories_made INTEGER, 
	threads_made INTEGER, 
	posts_made INTEGER, 
	content_bytes_rounded INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_growth_snapshots (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	at TEXT, 
	block INTEGER, 
	term INTEGER, 
	members INTEGER, 
	members_bought INTEGER, 
	members_invited INTEGER, 
	members_gifted INTEGER, 
	members_created INTEGER, 
	channels INTEGER, 
	channels_with_videos INTEGER, 
	videos INTEGER, 
	nfts INTEGER, 
	nft_sales INTEGER, 
	data_objects INTEGER, 
	stored_bytes INTEGER, 
	bags INTEGER, 
	buckets INTEGER, 
	bucket_bytes INTEGER, 
	bucket_limit INTEGER, 
	threads INTEGER, 
	posts INTEGER, 
	proposals INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_jsgenesis_requests (
	row_position INTEGER NOT NULL, 
	number INTEGER, 
	title TEXT, 
	"on" TEXT, 
	link TEXT, 
	response TEXT, 
	closed TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_key_results (
	row_position INTEGER NOT NULL, 
	period TEXT, 
	objective TEXT, 
	objective_title TEXT, 
	key_result TEXT, 
	text TEXT, 
	status TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_kpi_earnings (
	row_position INTEGER NOT NULL, 
	kpi_round INTEGER, 
	member_id INTEGER, 
	handle TEXT, 
	usd TEXT, 
	tokens TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_kpi_members (
	row_position INTEGER NOT NULL, 
	member_id INTEGER, 
	handle TEXT, 
	usd TEXT, 
	tokens TEXT, 
	terms INTEGER, 
	first_round INTEGER, 
	last_round INTEGER, 
	published_usd TEXT, 
	published_tokens TEXT, 
	published_times_elected INTEGER, 
	published_usd_per_election TEXT, 
	published_tokens_per_election TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_kpi_rounds (
	row_position INTEGER NOT NULL, 
	kpi_round INTEGER, 
	election_round INTEGER, 
	seats INTEGER, 
	start_block INTEGER, 
	end_block INTEGER, 
	started_at TEXT, 
	ended_at TEXT, 
	deadline_block INTEGER, 
	deadline TEXT, 
	possible_printed TEXT, 
	possible_usd TEXT, 
	graded_usd TEXT, 
	earned_usd TEXT, 
	earned_tokens TEXT, 
	difference_usd TEXT, 
	fiat_difference_usd TEXT, 
	discussion_thread INTEGER, 
	summaries_thread INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_kpis (
	row_position INTEGER NOT NULL, 
	kpi_round INTEGER, 
	section TEXT, 
	section_title TEXT, 
	number INTEGER, 
	title TEXT, 
	reward_printed TEXT, 
	reward_usd TEXT, 
	fiat_pool_factor TEXT, 
	distribution TEXT, 
	process TEXT, 
	active TEXT, 
	start_block INTEGER, 
	end_block INTEGER, 
	has_annihilation INTEGER, 
	annihilation TEXT, 
	grants INTEGER, 
	granted_usd TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_members (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	member_id INTEGER, 
	handle TEXT, 
	registered_block INTEGER, 
	registered_at TEXT, 
	entry TEXT, 
	suspended INTEGER, 
	root_account TEXT, 
	controller_account TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_openings (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	term INTEGER, 
	"group" TEXT, 
	opening_id INTEGER, 
	type TEXT, 
	title TEXT, 
	status TEXT, 
	made_block INTEGER, 
	made_at TEXT, 
	ended_block INTEGER, 
	ended_at TEXT, 
	expected_start TEXT, 
	expected_end TEXT, 
	stake TEXT, 
	unstaking_period INTEGER, 
	tokens_per_block TEXT, 
	hiring_limit INTEGER, 
	applications INTEGER, 
	applications_pending INTEGER, 
	applications_accepted INTEGER, 
	applications_rejected INTEGER, 
	applications_withdrawn INTEGER, 
	applications_cancelled INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_past_states (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	block INTEGER, 
	term_ended INTEGER, 
	term_begins INTEGER, 
	spec_version INTEGER, 
	issuance TEXT, 
	council_budget TEXT, 
	groups_budget TEXT, 
	validators INTEGER, 
	validator_stake TEXT, 
	next_member_id INTEGER, 
	next_channel_id INTEGER, 
	next_video_id INTEGER, 
	next_data_object_id INTEGER, 
	next_category_id INTEGER, 
	next_thread_id INTEGER, 
	next_post_id INTEGER, 
	proposal_count INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_problems (
	row_position INTEGER NOT NULL, 
	id TEXT, 
	file TEXT, 
	line INTEGER, 
	code TEXT, 
	severity TEXT, 
	what TEXT, 
	repair TEXT, 
	state TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_problems" VALUES(0,'minted-not-approved-029e84d0f5e2','archives/council/spending_proposal_categories.csv',8,'minted-not-approved','warning','450000 tokens are recorded as minted for proposal 7, which is expired.','Dismissed by ada_l on 2026-12-01: An example of a decision.','dismissed');
INSERT INTO "table_problems" VALUES(1,'duplicate-key-d59a3242c0ac','archives/council/spending_proposal_categories.csv',11,'duplicate-key','warning','Proposal alexandria/9 stands at this line and at line 10, which differs in amount_asked, amount_minted, usd.','Line 10 is kept until a person says which one is right; mend the file.','open');
INSERT INTO "table_problems" VALUES(2,'alias-a92c16fb49ff','archives/council/spending_proposal_categories.csv',12,'alias','note','The status is written ''Cancelled'', another spelling of ''canceled''.','Read as ''canceled''.','applied');
INSERT INTO "table_problems" VALUES(3,'mojibake-5a0ba6489eea','archives/council/spending_proposal_categories.csv',14,'mojibake','note','The title ''Videos fÃ¼r den Hafen'' is damaged.','It was read again in the right encoding: ''Videos für den Hafen''.','applied');
INSERT INTO "table_problems" VALUES(4,'mojibake-f6579e168397','archives/council/spending_proposal_categories.csv',15,'mojibake','note','The title ''Meetup \x96 first report'' is damaged.','It was read again in the right encoding: ''Meetup – first report''.','applied');
INSERT INTO "table_problems" VALUES(5,'field-shifted-7b8d78e4e401','archives/council/spending_proposal_categories.csv',17,'field-shifted','warning','The row has 11 cells where the table has 12 columns. The cell of amount_minted cannot be told.','Look the row up and set the field.','open');
INSERT INTO "table_problems" VALUES(6,'field-shifted-d853ab1fe253','archives/council/spending_proposal_categories.csv',17,'field-shifted','warning','The row has 11 cells where the table has 12 columns. The cell of amount_asked cannot be told.','Look the row up and set the field.','open');
INSERT INTO "table_problems" VALUES(7,'field-shifted-5dd34d91e9f2','archives/council/spending_proposal_categories.csv',19,'field-shifted','warning','The row''s cells do not stand in their columns (see amount_asked, bounty).','Read in the only way in which every cell fits its column.','applied');
INSERT INTO "table_problems" VALUES(8,'amount-unparsable-5996ffab890a','archives/council/spending_proposal_categories.csv',21,'amount-unparsable','warning','The cell of amount_asked, ''2.000M'', is not one number.','Look the figure up and set it.','open');
INSERT INTO "table_problems" VALUES(9,'alias-404d78aac565','archives/council/spending_proposal_categories.csv',30,'alias','note','The category is written ''Report'', another spelling of ''Reports''.','Read as ''Reports''.','applied');
INSERT INTO "table_problems" VALUES(10,'alias-56045f140bdc','archives/council/spending_proposal_categories.csv',33,'alias','note','The status is written ''ExecutionFailed'', another spelling of ''execution-failed''.','Read as ''execution-failed''.','applied');
INSERT INTO "table_problems" VALUES(11,'spreadsheet-damage-2ac2aae88a82','archives/council/spending_proposal_categories.csv',37,'spreadsheet-damage','warning','The cell of exchange_rate is written ''0,0000236''.','It was read as 0.0000236: read the comma as decimal point.','applied');
INSERT INTO "table_problems" VALUES(12,'duplicate-key-669ad9da785d','archives/council/spending_proposal_categories.csv',39,'duplicate-key','warning','Proposal antioch/51 stands at this line and at line 38, which is filled in.','Line 38 is kept.','applied');
INSERT INTO "table_problems" VALUES(13,'amount-not-rate-34c427c25700','archives/council/spending_proposal_categories.csv',47,'amount-not-rate','warning','6250000 tokens at 0.000024 USD make 150 USD; the row states 250 USD, more apart than rounding explains.','Check amount, rate and dollars against the proposal; set the one that is wrong.','open');
INSERT INTO "table_problems" VALUES(14,'spreadsheet-damage-2715bb024e48','archives/council/spending_proposal_categories.csv',48,'spreadsheet-damage','warning','The cell of usd, ''30-May'', holds a date, which a spreadsheet made of a number that can no longer be told.','Look the figure up and set it.','open');
INSERT INTO "table_problems" VALUES(15,'reimbursed-not-paid-a633f98b63c8','archives/council/spending_proposal_categories.csv',55,'reimbursed-not-paid','warning','Proposal 67 is marked reimbursed, but it is expired and nothing was minted.','Clear the mark, or record what was paid.','open');
CREATE TABLE table_proposal_guides (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	type TEXT, 
	spec_version INTEGER, 
	can_be_filed INTEGER, 
	why_not TEXT, 
	about_a_person INTEGER, 
	stake TEXT, 
	rejection_fee TEXT, 
	cancellation_fee TEXT, 
	seats INTEGER, 
	votes_needed INTEGER, 
	approvals_needed INTEGER, 
	approvals_of_all INTEGER, 
	votes_against INTEGER, 
	slashes_needed INTEGER, 
	approval_quorum INTEGER, 
	approval_threshold INTEGER, 
	slashing_quorum INTEGER, 
	slashing_threshold INTEGER, 
	voting_blocks INTEGER, 
	grace_blocks INTEGER, 
	councils_in_a_row INTEGER, 
	filed INTEGER, 
	filed_of INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_proposal_threads (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	thread_id INTEGER, 
	title TEXT, 
	proposal INTEGER, 
	created_block INTEGER, 
	created_at TEXT, 
	author_id INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_proposal_types (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	type TEXT, 
	made INTEGER, 
	executed INTEGER, 
	execution_failed INTEGER, 
	rejected INTEGER, 
	slashed INTEGER, 
	expired INTEGER, 
	canceled INTEGER, 
	vetoed INTEGER, 
	end_unknown INTEGER, 
	blocks_to_finalise_median TEXT, 
	tokens_executed TEXT, 
	amounts_known INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_proposal_use (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	term INTEGER, 
	type TEXT, 
	filed INTEGER, 
	filed_of INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_proposals (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	number INTEGER, 
	network TEXT, 
	title TEXT, 
	type TEXT, 
	proposer_id INTEGER, 
	proposer TEXT, 
	created_block INTEGER, 
	finalised_block INTEGER, 
	outcome TEXT, 
	failure TEXT, 
	approvals INTEGER, 
	rejections INTEGER, 
	abstentions INTEGER, 
	slashes INTEGER, 
	blocks_to_finalise INTEGER, 
	term INTEGER, 
	amount TEXT, 
	approval_quorum TEXT, 
	approval_threshold TEXT, 
	slashing_quorum TEXT, 
	slashing_threshold TEXT, 
	voting_period INTEGER, 
	grace_period INTEGER, 
	required_stake TEXT, 
	participants TEXT, 
	status TEXT, 
	voting_rounds INTEGER, 
	ended_by TEXT, 
	executed_block INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_refills (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	term INTEGER, 
	usd TEXT, 
	reason TEXT, 
	block INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_seats (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	election_round INTEGER, 
	results_round INTEGER, 
	term INTEGER, 
	member_id INTEGER, 
	handle TEXT, 
	own_stake TEXT, 
	backers INTEGER, 
	backers_stake TEXT, 
	jsg_stake TEXT, 
	total_stake TEXT, 
	votes_cast INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_spending (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	number INTEGER, 
	title TEXT, 
	status TEXT, 
	status_chain TEXT, 
	amount_asked TEXT, 
	amount_minted TEXT, 
	exchange_rate TEXT, 
	usd TEXT, 
	category TEXT, 
	bounty INTEGER, 
	"group" TEXT, 
	reimbursed INTEGER, 
	destinations TEXT, 
	paid_block INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_spending" VALUES(0,'alexandria','alexandria',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:2');
INSERT INTO "table_spending" VALUES(1,'alexandria','alexandria',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:3');
INSERT INTO "table_spending" VALUES(2,'alexandria','alexandria',3,'Welcome pack for new members','approved',NULL,'3500000000000000','3500000000000000',NULL,NULL,'Community Rewards',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:4');
INSERT INTO "table_spending" VALUES(3,'alexandria','alexandria',4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:5');
INSERT INTO "table_spending" VALUES(4,'alexandria','alexandria',5,'Council numbers, round 0','approved',NULL,'2800000000000000','2800000000000000',NULL,NULL,'Reports',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:6');
INSERT INTO "table_spending" VALUES(5,'alexandria','alexandria',6,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:7');
INSERT INTO "table_spending" VALUES(6,'alexandria','alexandria',7,'A jingle','expired',NULL,'4500000000000000','4500000000000000',NULL,NULL,'Media',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:8');
INSERT INTO "table_spending" VALUES(7,'alexandria','alexandria',8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:9');
INSERT INTO "table_spending" VALUES(8,'alexandria','alexandria',9,'Bounty 1: a bot that greets','approved',NULL,'8000000000000000','8000000000000000','0.000051','40.8','Bounties',1,NULL,1,NULL,NULL,'archives/council/spending_proposal_categories.csv:10');
INSERT INTO "table_spending" VALUES(9,'alexandria','alexandria',10,'Test, please ignore','canceled',NULL,'10000000000','0',NULL,NULL,'Test',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:12');
INSERT INTO "table_spending" VALUES(10,'alexandria','alexandria',11,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:13');
INSERT INTO "table_spending" VALUES(11,'alexandria','alexandria',12,'Videos für den Hafen','approved',NULL,'2600000000000000','2600000000000000',NULL,NULL,'Videos',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:14');
INSERT INTO "table_spending" VALUES(12,'alexandria','alexandria',13,'Meetup – first report','approved',NULL,'1500000000000000','1500000000000000',NULL,NULL,'Reports',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:15');
INSERT INTO "table_spending" VALUES(13,'alexandria','alexandria',14,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:16');
INSERT INTO "table_spending" VALUES(14,'alexandria','alexandria',15,'Bounty 2: sketches','approved',NULL,NULL,NULL,NULL,NULL,'Bounties',2,NULL,1,NULL,NULL,'archives/council/spending_proposal_categories.csv:17');
INSERT INTO "table_spending" VALUES(15,'alexandria','alexandria',16,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:18');
INSERT INTO "table_spending" VALUES(16,'alexandria','alexandria',17,'Forum games','approved',NULL,'3000000000000000','3000000000000000',NULL,NULL,'Community Rewards',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:19');
INSERT INTO "table_spending" VALUES(17,'alexandria','alexandria',18,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:20');
INSERT INTO "table_spending" VALUES(18,'alexandria','alexandria',19,'Secretary''s pay','approved',NULL,NULL,'20000000000000000',NULL,NULL,'Informal Roles',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:21');
INSERT INTO "table_spending" VALUES(19,'alexandria','alexandria',20,'A map of the helpdesk','approved',NULL,'10000000000000000','10000000000000000',NULL,NULL,'Tools',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:22');
INSERT INTO "table_spending" VALUES(20,'alexandria','alexandria',21,'Council numbers, round 1','approved',NULL,'3100000000000000','3100000000000000',NULL,NULL,'Reports',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:23');
INSERT INTO "table_spending" VALUES(21,'alexandria','alexandria',22,'A song for the network','expired',NULL,'4000000000000000','0',NULL,NULL,'Media',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:24');
INSERT INTO "table_spending" VALUES(22,'babylon','alexandria',23,'Closing notes of the old testnet','approved',NULL,'2000000000000000','2000000000000000',NULL,NULL,'Reports',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:25');
INSERT INTO "table_spending" VALUES(23,'antioch','antioch',39,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:26');
INSERT INTO "table_spending" VALUES(24,'antioch','antioch',40,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:27');
INSERT INTO "table_spending" VALUES(25,'antioch','antioch',41,'Bounty 3: subtitles, first batch','approved',NULL,'51502140000000000','51502140000000000','0.0000233','120','Bounties',3,NULL,1,NULL,NULL,'archives/council/spending_proposal_categories.csv:28');
INSERT INTO "table_spending" VALUES(26,'antioch','antioch',42,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:29');
INSERT INTO "table_spending" VALUES(27,'antioch','antioch',43,'Numbers of council 2, written up','approved',NULL,'10729610000000000','10729610000000000','0.0000233','25','Reports',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:30');
INSERT INTO "table_spending" VALUES(28,'antioch','antioch',44,'Stickers for the harbour meetup','expired',NULL,'34334760000000000','0','0.0000233','80','Marketing',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:31');
INSERT INTO "table_spending" VALUES(29,'antioch','antioch',45,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:32');
INSERT INTO "table_spending" VALUES(30,'antioch','antioch',46,'Helper of the forum, pay for August','execution-failed',NULL,'25751070000000000','0','0.0000233','60','Community Rewards',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:33');
INSERT INTO "table_spending" VALUES(31,'antioch','antioch',47,'Helper of the forum, pay for August, again','approved',NULL,'25751070000000000','25751070000000000','0.0000233','60','Community Rewards',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:34');
INSERT INTO "table_spending" VALUES(32,'antioch','antioch',48,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:35');
INSERT INTO "table_spending" VALUES(33,'antioch','antioch',49,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:36');
INSERT INTO "table_spending" VALUES(34,'antioch','antioch',50,'Bounty 3: subtitles, second batch','approved',NULL,'59322030000000000','59322030000000000','0.0000236','140','Bounties',3,NULL,1,NULL,NULL,'archives/council/spending_proposal_categories.csv:37');
INSERT INTO "table_spending" VALUES(35,'antioch','antioch',51,'Bounty 5: the player on old phones','approved',NULL,'84745760000000000','84745760000000000','0.0000236','200','Bounties',5,NULL,1,NULL,NULL,'archives/council/spending_proposal_categories.csv:38');
INSERT INTO "table_spending" VALUES(36,'antioch','antioch',52,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:40');
INSERT INTO "table_spending" VALUES(37,'antioch','antioch',53,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:41');
INSERT INTO "table_spending" VALUES(38,'antioch','antioch',54,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:42');
INSERT INTO "table_spending" VALUES(39,'antioch','antioch',55,'Operations: reward for met goals','approved',NULL,'76271180000000000','76271180000000000','0.0000236','180','OKR',NULL,'Operations',NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:43');
INSERT INTO "table_spending" VALUES(40,'antioch','antioch',56,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:44');
INSERT INTO "table_spending" VALUES(41,'antioch','antioch',57,'=HYPERLINK("https://demo.invalid/","open me")','slashed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:45');
INSERT INTO "table_spending" VALUES(42,'antioch','antioch',58,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:46');
INSERT INTO "table_spending" VALUES(43,'antioch','antioch',59,'Bounty 5: the player on slow lines','approved',NULL,'62500000000000000','62500000000000000','0.000024','250','Bounties',5,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:47');
INSERT INTO "table_spending" VALUES(44,'antioch','antioch',60,'Bounty 3: subtitles, third batch','approved',NULL,'54166660000000000','54166660000000000','0.000024',NULL,'Bounties',3,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:48');
INSERT INTO "table_spending" VALUES(45,'antioch','antioch',61,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:49');
INSERT INTO "table_spending" VALUES(46,'antioch','antioch',62,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:50');
INSERT INTO "table_spending" VALUES(47,'antioch','antioch',63,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:51');
INSERT INTO "table_spending" VALUES(48,'antioch','antioch',64,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:52');
INSERT INTO "table_spending" VALUES(49,'antioch','antioch',65,'The handbook in Turkish','approved',NULL,'37500000000000000','37500000000000000','0.000024','90','Translation',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:53');
INSERT INTO "table_spending" VALUES(50,'antioch','antioch',66,'<script>alert(1)</script>','canceled',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:54');
INSERT INTO "table_spending" VALUES(51,'antioch','antioch',67,'Prizes for the banner contest','expired',NULL,'31250000000000000','0','0.000024','75','Competitions',NULL,NULL,1,NULL,NULL,'archives/council/spending_proposal_categories.csv:55');
INSERT INTO "table_spending" VALUES(52,'antioch','antioch',68,'Pay that two curators missed','approved',NULL,'18750000000000000','18750000000000000','0.000024','45','WG Missed Payments',NULL,'Curators',NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:56');
INSERT INTO "table_spending" VALUES(53,'antioch','antioch',69,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:57');
INSERT INTO "table_spending" VALUES(54,'antioch','antioch',70,'Bounty 5: the player, closing work','approved',NULL,'65306120000000000','65306120000000000','0.0000245','160','Bounties',5,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:58');
INSERT INTO "table_spending" VALUES(55,'antioch','antioch',71,'Notes ‮fdp.exe of the call','canceled',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:59');
INSERT INTO "table_spending" VALUES(56,'antioch','antioch',72,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:60');
INSERT INTO "table_spending" VALUES(57,'antioch','antioch',73,'A sheet that works out payouts','approved',NULL,'44897950000000000','44897950000000000','0.0000245','110','Tools',NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:61');
INSERT INTO "table_spending" VALUES(58,'antioch','antioch',74,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:62');
INSERT INTO "table_spending" VALUES(59,'antioch','antioch',75,'Curators: reward for met goals','execution-failed',NULL,'38775510000000000','0','0.0000245','95','OKR',NULL,'Curators',NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:63');
INSERT INTO "table_spending" VALUES(60,'antioch','antioch',76,'Bounty 7: glossary, first entries','approved',NULL,'24489790000000000','24489790000000000','0.0000245','60','Bounties',7,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:64');
INSERT INTO "table_spending" VALUES(61,'antioch','antioch',77,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:65');
INSERT INTO "table_spending" VALUES(62,'antioch','antioch',78,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:66');
INSERT INTO "table_spending" VALUES(63,'antioch','antioch',79,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:67');
INSERT INTO "table_spending" VALUES(64,'antioch','antioch',80,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'archives/council/spending_proposal_categories.csv:68');
CREATE TABLE table_spending_by_category (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	category TEXT, 
	proposals INTEGER, 
	approved INTEGER, 
	minted TEXT, 
	minted_unknown INTEGER, 
	usd TEXT, 
	usd_unknown INTEGER, 
	share TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_spending_by_category" VALUES(0,'alexandria','Bounties',2,2,'8000000000000000',1,'40.8',1,'14.16','archives/council/spending_proposal_categories.csv:10 and 1 more line');
INSERT INTO "table_spending_by_category" VALUES(1,'alexandria','Community Rewards',2,2,'6500000000000000',0,NULL,2,'11.5','archives/council/spending_proposal_categories.csv:4 and 1 more line');
INSERT INTO "table_spending_by_category" VALUES(2,'alexandria','Informal Roles',1,1,'20000000000000000',0,NULL,1,'35.4','archives/council/spending_proposal_categories.csv:21');
INSERT INTO "table_spending_by_category" VALUES(3,'alexandria','Media',2,0,'0',0,'0',0,'0','archives/council/spending_proposal_categories.csv:8 and 1 more line');
INSERT INTO "table_spending_by_category" VALUES(4,'alexandria','Reports',4,4,'9400000000000000',0,NULL,4,'16.64','archives/council/spending_proposal_categories.csv:6 and 3 more lines');
INSERT INTO "table_spending_by_category" VALUES(5,'alexandria','Test',1,0,'0',0,'0',0,'0','archives/council/spending_proposal_categories.csv:12');
INSERT INTO "table_spending_by_category" VALUES(6,'alexandria','Tools',1,1,'10000000000000000',0,NULL,1,'17.7','archives/council/spending_proposal_categories.csv:22');
INSERT INTO "table_spending_by_category" VALUES(7,'alexandria','Videos',1,1,'2600000000000000',0,NULL,1,'4.6','archives/council/spending_proposal_categories.csv:14');
INSERT INTO "table_spending_by_category" VALUES(8,'antioch','Bounties',7,7,'402032500000000000',0,'930',1,'65.27','archives/council/spending_proposal_categories.csv:28 and 6 more lines');
INSERT INTO "table_spending_by_category" VALUES(9,'antioch','Community Rewards',2,1,'25751070000000000',0,'60',0,'4.18','archives/council/spending_proposal_categories.csv:33 and 1 more line');
INSERT INTO "table_spending_by_category" VALUES(10,'antioch','Competitions',1,0,'0',0,'0',0,'0','archives/council/spending_proposal_categories.csv:55');
INSERT INTO "table_spending_by_category" VALUES(11,'antioch','Marketing',1,0,'0',0,'0',0,'0','archives/council/spending_proposal_categories.csv:31');
INSERT INTO "table_spending_by_category" VALUES(12,'antioch','OKR',2,1,'76271180000000000',0,'180',0,'12.38','archives/council/spending_proposal_categories.csv:43 and 1 more line');
INSERT INTO "table_spending_by_category" VALUES(13,'antioch','Reports',1,1,'10729610000000000',0,'25',0,'1.74','archives/council/spending_proposal_categories.csv:30');
INSERT INTO "table_spending_by_category" VALUES(14,'antioch','Tools',1,1,'44897950000000000',0,'110',0,'7.29','archives/council/spending_proposal_categories.csv:61');
INSERT INTO "table_spending_by_category" VALUES(15,'antioch','Translation',1,1,'37500000000000000',0,'90',0,'6.09','archives/council/spending_proposal_categories.csv:53');
INSERT INTO "table_spending_by_category" VALUES(16,'antioch','WG Missed Payments',1,1,'18750000000000000',0,'45',0,'3.04','archives/council/spending_proposal_categories.csv:56');
INSERT INTO "table_spending_by_category" VALUES(17,'antioch',NULL,3,0,'0',0,'0',0,'0','archives/council/spending_proposal_categories.csv:45 and 2 more lines');
CREATE TABLE table_surveys (
	row_position INTEGER NOT NULL, 
	survey TEXT, 
	question_number INTEGER, 
	question TEXT, 
	answer_number INTEGER, 
	answer TEXT, 
	share TEXT, 
	people INTEGER, 
	responses INTEGER, 
	several_answers INTEGER, 
	from_day TEXT, 
	to_day TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_terms (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	term INTEGER, 
	term_numbering TEXT, 
	election_round INTEGER, 
	kpi_round INTEGER, 
	results_round INTEGER, 
	start_block INTEGER, 
	end_block INTEGER, 
	started_at TEXT, 
	ended_at TEXT, 
	seconds INTEGER, 
	block_time TEXT, 
	seats INTEGER, 
	applicants INTEGER, 
	applicant_stake TEXT, 
	votes INTEGER, 
	proposals INTEGER, 
	proposals_approved INTEGER, 
	issuance_start TEXT, 
	issuance_end TEXT, 
	issuance_change TEXT, 
	issuance_change_percent TEXT, 
	burned TEXT, 
	spending_executed TEXT, 
	bounties_paid TEXT, 
	validator_rewards TEXT, 
	council_rewards TEXT, 
	council_spent TEXT, 
	council_minted_start TEXT, 
	council_minted_end TEXT, 
	council_minted_change TEXT, 
	council_budget_start TEXT, 
	council_budget_end TEXT, 
	council_budget_change TEXT, 
	usd_pool_start TEXT, 
	usd_pool_end TEXT, 
	usd_pool_change TEXT, 
	usd_pool_change_percent TEXT, 
	rate_start TEXT, 
	rate_end TEXT, 
	rate_change_percent TEXT, 
	validators_start INTEGER, 
	validators_end INTEGER, 
	validator_limit_start INTEGER, 
	validator_limit_end INTEGER, 
	validator_stake_start TEXT, 
	validator_stake_end TEXT, 
	validator_stake_share TEXT, 
	members_start INTEGER, 
	members_end INTEGER, 
	channels_start INTEGER, 
	channels_end INTEGER, 
	uploads_start INTEGER, 
	uploads_end INTEGER, 
	content_bytes_start INTEGER, 
	content_bytes_end INTEGER, 
	content_bytes_rounded INTEGER, 
	categories_start INTEGER, 
	categories_end INTEGER, 
	threads_start INTEGER, 
	threads_end INTEGER, 
	posts_start INTEGER, 
	posts_end INTEGER, 
	source TEXT, 
	figures_from TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_unknown_figures (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	"table" TEXT, 
	"column" TEXT, 
	empty INTEGER, 
	rows INTEGER, 
	terms TEXT, 
	why TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_unreimbursed (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	number INTEGER, 
	title TEXT, 
	bounty INTEGER, 
	tokens TEXT, 
	usd_stated TEXT, 
	usd_recomputed TEXT, 
	marked TEXT, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
INSERT INTO "table_unreimbursed" VALUES(0,'antioch','antioch',59,'Bounty 5: the player on slow lines',5,'62500000000000000','250','150','unmarked','archives/council/spending_proposal_categories.csv:47');
INSERT INTO "table_unreimbursed" VALUES(1,'antioch','antioch',60,'Bounty 3: subtitles, third batch',3,'54166660000000000',NULL,'129.999984','unmarked','archives/council/spending_proposal_categories.csv:48');
INSERT INTO "table_unreimbursed" VALUES(2,'antioch','antioch',70,'Bounty 5: the player, closing work',5,'65306120000000000','160','159.999994','unmarked','archives/council/spending_proposal_categories.csv:58');
INSERT INTO "table_unreimbursed" VALUES(3,'antioch','antioch',76,'Bounty 7: glossary, first entries',7,'24489790000000000','60','59.9999855','unmarked','archives/council/spending_proposal_categories.csv:64');
CREATE TABLE table_validator_eras (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	era INTEGER, 
	validators INTEGER, 
	points INTEGER, 
	points_printed INTEGER, 
	offences INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_validators (
	row_position INTEGER NOT NULL, 
	network TEXT, 
	chain TEXT, 
	account TEXT, 
	eras_active INTEGER, 
	first_era INTEGER, 
	last_era INTEGER, 
	points INTEGER, 
	share_of_mean TEXT, 
	zero_eras INTEGER, 
	missing_eras INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE TABLE table_workers (
	row_position INTEGER NOT NULL, 
	chain TEXT, 
	network TEXT, 
	term INTEGER, 
	"group" TEXT, 
	worker_id INTEGER, 
	handle TEXT, 
	member_id INTEGER, 
	account TEXT, 
	status TEXT, 
	tokens_per_block TEXT, 
	millions_in_term TEXT, 
	millions_total TEXT, 
	paid_in_term TEXT, 
	paid_total TEXT, 
	lead INTEGER, 
	source TEXT, 
	PRIMARY KEY (row_position)
)
 STRICT

;
CREATE UNIQUE INDEX findings_open ON findings ("key") WHERE closed_at IS NULL;
CREATE INDEX outbox_by_state ON outbox (state);
CREATE INDEX records_open ON records (document_id) WHERE open = 1;
CREATE INDEX records_by_kind ON records (kind);
CREATE INDEX document_problems_by_document ON document_problems (document_id);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq OR digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
