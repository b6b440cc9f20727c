"""Invented tokenomics reports of the first and of the third template generation, and what is read of them."""

from secretariat.facts.problems import Problem
from secretariat.facts.terms import TermFigures
from secretariat.facts.working_groups import GroupTerm
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.tokenomics.report import FORMAT
from tests.sources.archives.read_text import facts, read

FIRST = """# Tokenomics + Network Report
This is a report.

## 1.0 Basic Information
* Block range: 1000 - 202600
* Date Range: 10/9/2019 - 10/23/2019
* Council session #: 3

## 2.0 Tokenomics
### 2.1 Token generation breakdown
| Property            | Start Block | End Block | % Change |
|---------------------|--------------|--------------|----------|
| Total Tokens Minted |  1000000 | 1100000 | 10 |

| Property            | Value        |
|---------------------|--------------|
| Total Tokens Burned | 7000 |
| Validator Role      |  2600            |
| Council Role        | 44000             |
| Storage Role        | 5000             |
| Curator Role        | 300             |

### 2.2 Mints
| Property                    | Start Block           | End Block | % Change |
|-----------------------------|-----------------------|--------------|----------|
| Council Mint Total Minted   | 60000  |  75000 |25          |
| Curator Mint Total Minted   |  0 | 300| 0          |
| Storage Mint Total Minted   |  10000 |  15000            |  50        |

## 3.0 Council
* Council session #: 3
* Number of council members: 6
* Total number of proposals: 13
* Total number of Approved proposals: 11

### 3.1 Elections
| Property                    | Start Block  |
|-----------------------------|--------------|
| Total Applicants            |21              |
| Total Applicant Stake       |8,123,456              |
| Total Votes                 |33             |

## 4 Roles
### 4.1 Validator Information
* Block generation time (average): 6.07

| Property                    | Start Block | End Block | % Change |
|-----------------------------|--------------|--------------|----------|
| Number of Validators       |  40 | 50 | 25% |
| Validator Total Stake       | 1,500,000 | 2,400,000 | 60 |

### 4.2 Storage Role
| Property                | Start Block | End Block | % Change |
|-------------------------|--------------|--------------|----------|
| Number of Storage Workers | 2  |  5 | 150 |
| Total Storage Stake (workers + lead)  | 50000 |  250000 | 400 |

### 4.3 Content Curator
| Property                | Start Block | End Block | % Change |
|-------------------------|--------------|--------------|----------|
| Number of Curators      | 0 | 3 | 0 |

## 5.0 User Generated Content
### 5.1 Membership Information
| Property          | Start Block | End Block | % Change |
|-------------------|--------------|--------------|----------|
| Number of members | 600|  612 | 2 |

### 5.2 Media & Uploads
| Property                | Start Block | End Block | % Change |
|-------------------------|--------------|--------------|----------|
| Number of uploads       | 120 | 130  |  8.33 |
| Size of content         |  35000000001 |  36000000002 | 2.86          |
| Number of channels      |  44 | 44 | 0 |

### 5.3 Forum Activity
| Property          | Start Block | End Block | % Change |
|-------------------|--------------|--------------|----------|
| Number of categories | 20 | 22 | 10         |
| Number of threads    | 100| 110 | 10         |
| Number of posts      | 500 | 550            |  10        |"""

THIRD = """# Tokenomics + Network Report

## 1.0 Basic Information

* Block range: 7000200 - 7100999
* Date Range: 03/02/2021 20:00:00 - 03/09/2021 20:03:18
* Council session #: 91
* Term Duration [s]: 604998
* Ideal Term Duration [s]: 604794
* Difference: 204s (3 minutes)
* Average Block Time: 6.002s

## 2.0 Tokenomics

### 2.1 Token generation breakdown

| Property            | Start Block | End Block | % Change |
|---------------------|--------------|--------------|----------|
| Total Tokens Minted |  2000 | 2100 | 5 |
| USD Pool |  733.40 | 728.30 | -0.7 |

| Role                | Value        |
|---------------------|--------------|
| Total Tokens Burned | 40 |
| Spending Proposals (Executed) | 300 |
| Bounties paid       | 200 |
| Validator Role      | 50 |
| Council | 330 |
| Curators | 149 |
| Gamma | 0 |

### 2.2 Fiat Pool

| Property            | Start Block, USD | End Block, USD | % Change |
|---------------------|--------------|--------------|----------|
| USD Pool |  733.40 | 728.30 | -0.7 |

| Refill, USD | Reason | Block # |
|---------------------|--------------|--------------|
| 100 | kpi-example-1 | 7090001 |
| 50.5 | recurring | 7090001 |
| 7 |  |  |

### 2.3 Mints

| Minted per Role             | Start Block           | End Block | Difference | % Change |
|-----------------------------|-----------------------|-----------|------------|----------|
| Council Total Minted | 1000.00 | 1330.00 | 330 | 33 |
| Curators Minted | 300.00 | 449.00 | 149 | 49.67 |
| Gamma Minted | 0.00 | 0.00 | 0 | 0 |

### 2.4 tJOY Inflation

* Start Block Exchange Rate, USD/1M tJOY: 31.42
* End Block Exchange Rate, USD/1M tJOY: 30.86
* Inflation, %: 1.80

Negative value indicates deflation

## 3.0 Council

* Council session #: 91
* Number of council members: 12
* Total number of proposals: 16
* Total number of Approved proposals: 12

### 3.1 Elections

| Property                    | Start Block  |
|-----------------------------|--------------|
| Total Applicants            | 18 |
| Total Applicant Stake       | 217 |
| Total Votes                 | 19 |

## 4 Roles

### 4.1 Validator Information

* Block generation time (average): 6.00

| Property                   | Start Block | End Block | % Change |
|----------------------------|--------------|--------------|----------|
| Number of Validators       | 41 / 64 | 45 / 64 | 9.76 |
| Validator Total Stake      | 523 | 530 | 1.34 |

### 4.2 Curators
* [openings for contentWorkingGroup](https://example.org/#/working-groups)

| Property                | Start Block | End Block | % Change |
|-------------------------|--------------|--------------|----------|
| Number of  Workers | 8 | 9 | 12.5 |
| Total  Stake | 500000 | 500000 | 0 |

| # | Member | Status | tJOY / Block | M tJOY Term | M tJOY total |
|--|--|--|--|--|--|
| 7 | [@ada_l](https://example.org/#/members/ada_l) | active | 0 | 0.0 | 11.8 |
| 16 | @bert | Active | Infinity | 1.3 | 35.9 |

### 4.3 Gamma

| Property                | Start Block | End Block | % Change |
|-------------------------|--------------|--------------|----------|
| Number of  Workers | 0 | 1 | Infinity |
| Total  Stake | 0 | 0 | 0 |

## 5.0 User Generated Content
### 5.2 Media & Uploads
| Property                | Start Block | End Block | % Change |
|-------------------------|--------------|--------------|----------|
| Size of content (MB)    |  0.5 | 1.01 | 102 |
"""

FIRST_PATH = "tokenomics/alexandria/Alexandria_Council_Round3_1000_202600_Tokenomics_Report.md"
THIRD_PATH = "tokenomics/giza/Council_Round91_7000200-7100999_Tokenomics_Report.md"
BASE = 10**10


def term(reading: Reading) -> TermFigures:
    (found,) = facts(reading, TermFigures)
    assert isinstance(found, TermFigures)
    return found


def group(reading: Reading, slug: str) -> GroupTerm:
    (found,) = [fact for fact in facts(reading, GroupTerm) if isinstance(fact, GroupTerm) and fact.group == slug]
    return found


def only(reading: Reading, code: str) -> Problem:
    (found,) = [problem for problem in reading.problems if problem.code == code]
    return found


def changed(old: str, new: str, text: str = THIRD, path: str = THIRD_PATH) -> Reading:
    assert old in text
    return read(FORMAT, text.replace(old, new), path)
